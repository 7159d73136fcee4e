package org.semblance.app.cli;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a function: streams and arguments in, exit code out. It never ends the process. */
public final class Cli {
    /** Done. */
    public static final int DONE = 0;
    /** A fault of ours. */
    public static final int FAULT = 1;
    /** A wrong flag, option or argument. */
    public static final int USAGE = 2;
    /** Data, model or project files that cannot be used. */
    public static final int DATA = 3;
    /** A required score was missed. */
    public static final int GATE = 4;
    /** Refused for privacy. */
    public static final int PRIVACY = 5;
    /** Stopped by Ctrl-C: 128 + SIGINT. */
    public static final int INTERRUPTED = 130;

    private Cli() {}

    /** Runs one command. Everything that can go wrong is a message on standard error and an exit code. */
    public static int execute(Streams streams, String... arguments) {
        // The two shortest answers, before anything is loaded.
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            return new Faults(streams, null).guard(false, () -> print(streams, version() + "\n"));
        }
        if (arguments.length == 0
                || (arguments.length == 1 && Set.of("-h", "--help", "help").contains(arguments[0]))) {
            return new Faults(streams, null).guard(false, () -> print(streams, TopHelp.TEXT));
        }
        Root root = new Root();
        Faults faults = new Faults(streams, root);
        int[] code = {DONE};
        CommandLine line = asked(root, streams, arguments);
        int failure = faults.guard(writes(arguments), () -> {
            checkCommand(line, streams, arguments);
            code[0] = call(line, root, streams, arguments);
        });
        return failure == DONE ? code[0] : failure;
    }

    /** Every command by its name, in the order of the help. */
    private static Map<String, Supplier<Verb>> commands() {
        Map<String, Supplier<Verb>> all = new LinkedHashMap<>();
        all.put("run", RunCommand::new);
        all.put("inspect", InspectCommand::new);
        all.put("fit", FitCommand::new);
        all.put("sample", SampleCommand::new);
        all.put("evaluate", EvaluateCommand::new);
        all.put("impute", ImputeCommand::new);
        all.put("ampute", AmputeCommand::new);
        all.put("pool", PoolCommand::new);
        all.put("sdc", SdcCommand::new);
        all.put("linkage", LinkageCommand::new);
        all.put("list", ListCommand::new);
        all.put("schema", SchemaCommand::new);
        all.put("completion", CompletionCommand::new);
        all.put("help", HelpCommand::new);
        return all;
    }

    static CommandLine commandLine(Root root, Streams streams) {
        return commandLine(root, streams, commands());
    }

    private static CommandLine commandLine(Root root, Streams streams, Map<String, Supplier<Verb>> commands) {
        CommandLine line = new CommandLine(root);
        commands.values().forEach(command -> line.addSubcommand(command.get()));
        line.setDefaultValueProvider(new Environment(streams.environment()));
        return line;
    }

    /** Where the first word is a command, that one alone: reading the flags of all of them takes a fifth of a start. */
    private static CommandLine asked(Root root, Streams streams, String... arguments) {
        Supplier<Verb> command = commands().get(arguments[0]);
        return command == null ? commandLine(root, streams) : commandLine(root, streams, Map.of(arguments[0], command));
    }

    private static int call(CommandLine line, Root root, Streams streams, String... arguments) throws Exception {
        ParseResult parsed;
        try {
            parsed = line.parseArgs(arguments);
        } catch (ParameterException e) {
            throw WrongArguments.problem(e);
        }
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        CommandLine command = parsed.commandSpec().commandLine();
        if (root.help) {
            print(streams, command == line ? TopHelp.TEXT : Help.text(command.getCommandSpec()));
            return DONE;
        }
        if (root.version) {
            print(streams, version() + "\n");
            return DONE;
        }
        if (!(command.getCommand() instanceof Verb verb)) {
            throw ProblemException.usage(Problem.of("a command is missing.").fix("(semblance help)"));
        }
        Console console = new Console(streams, root);
        try {
            return verb.call(console);
        } finally {
            console.stop();
        }
    }

    /** Whether the command would have written a file, so that its failure should say that it did not. */
    private static boolean writes(String... arguments) {
        List<String> words = List.of(arguments);
        boolean files = words.contains("run") || words.contains("fit") || words.contains("linkage");
        boolean printed = words.contains("replay") || words.contains("learn");
        return files && !printed || words.contains("-o") || words.contains("--output");
    }

    private static void checkCommand(CommandLine line, Streams streams, String... arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("-")) {
                return;
            }
            Set<String> commands = line.getSubcommands().keySet();
            if (commands.contains(argument)) {
                return;
            }
            throw ProblemException.usage(Problem.of("there is no command \"" + argument + "\".")
                    .fix(hint(streams, argument, commands) + " (semblance help)"));
        }
    }

    private static String hint(Streams streams, String argument, Set<String> commands) {
        try {
            if (Files.exists(streams.directory().resolve(argument))) {
                return "Did you mean: semblance run " + argument + "?";
            }
        } catch (java.nio.file.InvalidPathException e) {
            // then it is no file either
        }
        String hint = Nearest.hint(argument, commands);
        return hint.isEmpty() ? "There are: " + String.join(", ", commands) + "." : hint;
    }

    static void print(Streams streams, String text) throws java.io.IOException {
        streams.out().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        streams.out().flush();
    }

    /** {@code semblance 0.1.0}. */
    static String version() {
        return Root.NAME + " " + versionNumber();
    }

    static String versionNumber() {
        @Nullable String version = Cli.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
