package org.semblance.app;

import java.util.ArrayList;
import java.util.List;
import org.semblance.app.cli.Cli;
import org.semblance.app.cli.Streams;

/** Runs several commands in one process, parted by {@code --}: what the launcher learns from which classes a start needs. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Goes on whatever a command's exit code is. */
    public static void main(String[] args) {
        List<String> words = new ArrayList<>();
        for (String word : args) {
            if (!word.equals("--")) {
                words.add(word);
                continue;
            }
            Cli.execute(Streams.ofProcess(), words.toArray(String[]::new));
            words.clear();
        }
        Cli.execute(Streams.ofProcess(), words.toArray(String[]::new));
    }
}
