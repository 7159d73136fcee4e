package org.semblance.app.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        header = "script that completes commands and flags in your shell",
        description = "Prints the script; where to put it is your shell's custom:",
        footer = {
            "semblance completion bash > ~/.local/share/bash-completion/completions/semblance",
            "semblance completion zsh  > ~/.zsh_semblance   # then in ~/.zshrc: source ~/.zsh_semblance",
            "semblance completion fish > ~/.config/fish/completions/semblance.fish"
        })
final class CompletionCommand implements Verb {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Parameters(index = "0", paramLabel = "bash|zsh|fish", description = "The shell.")
    @Nullable
    String shell;

    @Override
    public int call(Console console) throws IOException {
        String asked = String.valueOf(shell);
        if (!SHELLS.contains(asked)) {
            throw ProblemException.usage(Problem.of("there is no completion for the shell \"" + asked + "\".")
                    .fix((Nearest.hint(asked, SHELLS) + " There are: bash, zsh, fish.").trim()));
        }
        CommandLine line = Cli.commandLine(new Root(), console.streams());
        // One script serves bash and zsh (it loads zsh's bashcompinit by itself).
        console.answer(asked.equals("fish") ? Fish.script(line) : AutoComplete.bash(Root.NAME, line));
        return Cli.DONE;
    }
}
