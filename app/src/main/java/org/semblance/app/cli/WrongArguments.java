package org.semblance.app.cli;

import java.util.List;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments, in the house's words: what, what was expected, the nearest valid name. */
final class WrongArguments {
    private WrongArguments() {}

    static ProblemException problem(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> flags = unmatched.getUnmatched().stream()
                    .filter(argument -> argument.startsWith("-"))
                    .toList();
            // An unknown flag's value looks like an argument too many: only the flag is at fault.
            List<String> wrong = flags.isEmpty() ? unmatched.getUnmatched().subList(0, 1) : flags;
            List<Problem> problems =
                    wrong.stream().map(argument -> unmatched(command, argument)).toList();
            return new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return ProblemException.usage(other(command, e));
    }

    private static Problem unmatched(CommandSpec command, String argument) {
        if (!argument.startsWith("-")) {
            String hint = Nearest.hint(argument, command.subcommands().keySet());
            return Problem.of("\"" + argument + "\" is one argument too many for " + words(command) + ".")
                    .fix((hint.isEmpty() ? "" : hint + " ") + help(command));
        }
        String flag = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        List<String> known =
                command.options().stream().map(OptionSpec::longestName).toList();
        String hint = flag.startsWith("--") ? Nearest.hint(flag, known) : "";
        return Problem.of("there is no flag \"" + flag + "\" for " + words(command) + ".")
                .fix((hint.isEmpty() ? "" : hint + " ") + help(command));
    }

    private static Problem other(CommandSpec command, ParameterException e) {
        if (e instanceof OverwrittenOptionException twice) {
            return Problem.of(name(twice.getOverwritten()) + " is given twice.").fix("Give it once.");
        }
        if (e instanceof MissingParameterException missing) {
            ArgSpec first = missing.getMissing().isEmpty()
                    ? e.getArgSpec()
                    : missing.getMissing().get(0);
            if (first != null && !first.isOption()) {
                return Problem.of(words(command) + " needs " + first.paramLabel() + ".")
                        .fix(help(command));
            }
            String label = first == null ? "" : " " + first.paramLabel();
            return Problem.of(name(first) + " needs a value:" + label + ".").fix(help(command));
        }
        ArgSpec argument = e.getArgSpec();
        if (argument == null) {
            return Problem.of(String.valueOf(e.getMessage())).fix(help(command));
        }
        if (argument instanceof OptionSpec option && option.arity().max() == 0) {
            return Problem.of(name(argument) + " takes no value.").fix(help(command));
        }
        return Problem.of(name(argument) + " is \"" + e.getValue() + "\", but must be " + expected(argument, e) + ".");
    }

    private static String expected(ArgSpec argument, ParameterException e) {
        Class<?> type = argument.type();
        if (argument.converters().length > 0 && e.getMessage() != null) {
            return e.getMessage().substring(e.getMessage().lastIndexOf(": ") + 2);
        }
        if (type == Long.class || type == Integer.class) {
            return "a whole number";
        }
        return type == Double.class ? "a number" : "a " + argument.paramLabel();
    }

    private static String name(@org.jspecify.annotations.Nullable ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName()
                : argument == null ? "a flag" : argument.paramLabel();
    }

    /** {@code run}, or {@code linkage score} of a command below another. */
    private static String words(CommandSpec command) {
        CommandSpec above = command.parent();
        return above == null || above.parent() == null ? command.name() : words(above) + " " + command.name();
    }

    private static String help(CommandSpec command) {
        CommandSpec above = command.parent();
        if (above != null && above.parent() != null) {
            return "(semblance " + words(command) + " --help)";
        }
        return "(semblance help" + (above == null ? "" : " " + command.name()) + ")";
    }
}
