package org.semblance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.duck.DuckFormat;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.TableReader;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.Columns;
import org.semblance.report.Summary;
import org.semblance.run.Run;

/** Reading a table and saying what was found. */
final class Reading {
    /** The share of the memory that a table may take; learning needs the rest. */
    private static final int MEMORY_SHARE = 4;

    private Reading() {}

    static Loaded read(Console console, Inputs input, @Nullable SchemaOverrides columns, Run run) {
        long bytes = Runtime.getRuntime().maxMemory() / MEMORY_SHARE;
        ReadOptions options = ReadOptions.DEFAULT.schema(columns).maxBytes(bytes);
        Path file = input.file();
        DuckFormat typed = file == null ? null : DuckFormat.of(input.name()).orElse(null);
        return file == null || typed == null
                ? TableReader.read(input.source(), options, run)
                : typed.read(file, options, run);
    }

    /** The same for those who learn from it. */
    static Loaded readRows(Console console, Inputs input, @Nullable SchemaOverrides columns, Run run) {
        Loaded loaded = read(console, input, columns, run);
        if (loaded.table().rows() == 0) {
            throw ProblemException.data(
                    Problem.of("there are no rows below the header: there is nothing to learn from.")
                            .at(input.name())
                            .fix("Give at least one row."));
        }
        return loaded;
    }

    /** Where every row counts: refuses a part of a table that is too large for the memory. */
    static void refusePart(Loaded loaded, Inputs input) {
        if (loaded.rowsInSource() > loaded.table().rows()) {
            throw ProblemException.data(Problem.of("of " + number(loaded.rowsInSource()) + " rows only "
                            + number(loaded.table().rows()) + " fit into the memory.")
                    .at(input.name())
                    .fix("Give it more, for example: SEMBLANCE_JAVA_OPTS=-Xmx8g semblance ..."));
        }
    }

    /** The head line, the columns and what looks odd, on standard error. */
    static void say(Console console, Inputs input, Loaded loaded, Columns columns) {
        console.say(head(console, input, loaded));
        lines(loaded, columns, console.flags().verbose).forEach(console::say);
    }

    /** The columns and what looks odd. */
    static List<String> lines(Loaded loaded, Columns columns, boolean all) {
        List<String> out = Summary.columns(columns.lines(), all);
        columns.warnings().forEach(warning -> out.add("  ! " + warning));
        loaded.notes().forEach(note -> out.add("  ! " + note));
        return out;
    }

    static String head(Console console, Inputs input, Loaded loaded) {
        return console.style().strong(input.name()) + "    " + count(loaded.rowsInSource(), "row") + ", "
                + count(loaded.table().width(), "column");
    }

    private static String count(long count, String what) {
        return number(count) + " " + what + (count == 1 ? "" : "s");
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
