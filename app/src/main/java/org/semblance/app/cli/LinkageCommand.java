package org.semblance.app.cli;

import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine.Command;

@Command(
        name = "linkage",
        header = "record-linkage sets: judge links against the truth",
        subcommands = {LinkageScoreCommand.class, LinkageLearnCommand.class},
        footer = {"semblance linkage score truth.csv links.csv"})
final class LinkageCommand implements Verb {
    @Override
    public int call(Console console) {
        throw ProblemException.usage(Problem.of("a command is missing.").fix("For example: semblance linkage score"));
    }
}
