package org.semblance.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The flags that every command takes. One that means nothing to a command ({@code list --seed 3}) changes nothing. */
@Command(name = Root.NAME)
final class Root {
    static final String NAME = "semblance";

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--version", scope = ScopeType.INHERIT, versionHelp = true, description = "Show the version.")
    boolean version;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing but errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more: every stage, and where a fault happened.")
    boolean verbose;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the answer as JSON to standard output.")
    boolean json;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colour (also: NO_COLOR, TERM=dumb, or no terminal).")
    boolean noColor;

    @Option(
            names = "--no-input",
            scope = ScopeType.INHERIT,
            description = "Never ask a question (no command asks one today).")
    boolean noInput;

    @Option(
            names = {"-f", "--force"},
            scope = ScopeType.INHERIT,
            description = "Replace what is already there.")
    boolean force;

    @Option(
            names = "--seed",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description = "Same data, same seed: same bytes. Rows: drawn, printed and kept if not given.")
    @Nullable
    Long seed;

    @Option(
            names = "--threads",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description = "How many processor cores to use (all); the result does not depend on it.")
    @Nullable
    Integer threads;

    @Option(
            names = "--dry-run",
            scope = ScopeType.INHERIT,
            description = "Say what would be done, check it, and write nothing.")
    boolean dryRun;
}
