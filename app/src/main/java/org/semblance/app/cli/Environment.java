package org.semblance.app.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Flags from the environment: {@code SEMBLANCE_MIN_ROWS} would be {@code --min-rows}. A flag on the command line is
 * stronger. Flags that say what to read, write or replace are not taken from there.
 */
final class Environment implements IDefaultValueProvider {
    static final String PREFIX = "SEMBLANCE_";

    private static final Set<String> TAKEN = Set.of(
            "--seed",
            "--threads",
            "--method",
            "--rows",
            "--holdout",
            "--fidelity",
            "--target",
            "--quiet",
            "--verbose",
            "--no-color",
            "--no-input");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !TAKEN.contains(option.longestName())) {
            return null;
        }
        String value = variables.get(variable(option.longestName()));
        return value == null || value.isEmpty() ? null : value;
    }

    static String variable(String flag) {
        return PREFIX + flag.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
