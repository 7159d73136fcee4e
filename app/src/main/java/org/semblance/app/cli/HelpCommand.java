package org.semblance.app.cli;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "help",
        header = "what a command does, its flags and examples",
        footer = {"semblance help run"})
final class HelpCommand implements Verb {
    @Parameters(index = "0", arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    @Nullable
    String command;

    @Override
    public int call(Console console) throws IOException {
        if (command == null) {
            console.answer(TopHelp.TEXT);
            return Cli.DONE;
        }
        CommandLine line = Cli.commandLine(new Root(), console.streams());
        CommandLine asked = line.getSubcommands().get(command);
        if (asked == null) {
            Set<String> commands = line.getSubcommands().keySet();
            String hint = Nearest.hint(command, commands);
            throw ProblemException.usage(Problem.of("there is no command \"" + command + "\".")
                    .fix(hint.isEmpty() ? "There are: " + String.join(", ", commands) + "." : hint));
        }
        console.answer(Help.text(asked.getCommandSpec()));
        return Cli.DONE;
    }
}
