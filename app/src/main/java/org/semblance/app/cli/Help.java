package org.semblance.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's help page: what it does, arguments, its own flags, those of every command, examples. */
final class Help {
    private Help() {}

    static String text(CommandSpec command) {
        StringBuilder out = new StringBuilder();
        String name = command.qualifiedName(" ");
        out.append(name)
                .append(" - ")
                .append(String.join(" ", command.usageMessage().header()))
                .append("\n\n");
        out.append("Usage: ").append(name).append(" [flags]");
        for (PositionalParamSpec argument : command.positionalParameters()) {
            boolean optional = argument.arity().min() == 0;
            out.append(optional ? " [" : " ").append(argument.paramLabel()).append(optional ? "]" : "");
        }
        out.append("\n");
        paragraph(out, "", command.usageMessage().description());
        List<String[]> arguments = new ArrayList<>();
        for (PositionalParamSpec argument : command.positionalParameters()) {
            row(arguments, argument.paramLabel(), argument.description());
        }
        section(out, "Arguments", arguments);
        List<String[]> own = new ArrayList<>();
        List<String[]> everywhere = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            row(option.inherited() ? everywhere : own, flag(option), option.description());
        }
        section(out, "Flags", own);
        section(out, "Everywhere", everywhere);
        paragraph(out, "Examples", command.usageMessage().footer());
        return out.toString();
    }

    private static String flag(OptionSpec option) {
        String shortest = option.shortestName();
        String longest = option.longestName();
        String names = shortest.equals(longest)
                ? (longest.startsWith("--") ? "    " + longest : longest)
                : shortest + ", " + longest;
        return names + (option.arity().max() > 0 ? " " + option.paramLabel() : "");
    }

    private static void row(List<String[]> rows, String left, String[] description) {
        for (int i = 0; i < description.length; i++) {
            rows.add(new String[] {i == 0 ? left : "", description[i]});
        }
    }

    private static void section(StringBuilder out, String title, List<String[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        out.append("\n").append(title).append("\n");
        for (String[] row : rows) {
            out.append(String.format(Locale.ROOT, "  %-" + width + "s  %s", row[0], row[1]))
                    .append("\n");
        }
    }

    private static void paragraph(StringBuilder out, String title, String[] lines) {
        if (lines.length == 0) {
            return;
        }
        out.append("\n").append(title.isEmpty() ? "" : title + "\n");
        for (String line : lines) {
            out.append(title.isEmpty() || line.isEmpty() ? "" : "  ")
                    .append(line)
                    .append("\n");
        }
    }
}
