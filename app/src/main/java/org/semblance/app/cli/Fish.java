package org.semblance.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for the fish shell, written from the commands themselves (picocli makes none). */
final class Fish {
    private Fish() {}

    static String script(CommandLine line) {
        StringBuilder out = new StringBuilder("# semblance: completion for fish\n");
        String commands = String.join(" ", line.getSubcommands().keySet());
        String none = "not __fish_seen_subcommand_from " + commands;
        line.getSubcommands().forEach((name, command) -> {
            out.append("complete -c semblance -f -n ")
                    .append(quote(none))
                    .append(" -a ")
                    .append(name);
            describe(out, command.getCommandSpec().usageMessage().header());
        });
        for (CommandLine command : line.getSubcommands().values()) {
            options(out, command.getCommandSpec());
        }
        return out.toString();
    }

    private static void options(StringBuilder out, CommandSpec command) {
        for (OptionSpec option : command.options()) {
            out.append("complete -c semblance -n ").append(quote("__fish_seen_subcommand_from " + command.name()));
            for (String name : option.names()) {
                out.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            if (option.arity().max() > 0) {
                out.append(" -r");
            }
            describe(out, option.description());
        }
    }

    private static void describe(StringBuilder out, String[] description) {
        if (description.length > 0) {
            out.append(" -d ").append(quote(description[0]));
        }
        out.append("\n");
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
