package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.impute.Amputation;
import org.semblance.io.Loaded;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.TableRows;
import org.semblance.io.TableWriter;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.report.Shown;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "ampute",
        header = "make values missing in a known way, to try out how missing data are handled",
        description = {
            "Each row is a candidate for one of the patterns; whether it loses the pattern's values depends on nothing",
            "(MCAR), on what it keeps (MAR) or on what it loses (MNAR). As R's mice::ampute."
        },
        footer = {
            "semblance ampute survey.csv --prop 0.3 -o holes.csv",
            "semblance ampute survey.csv --pattern income --pattern income+wealth --mech MNAR --type RIGHT -o holes.csv",
            "semblance ampute survey.csv --prop 0.2 --pattern bmi --weights age:1+sex:-0.5 -o holes.csv"
        })
final class AmputeCommand implements Verb {
    @Parameters(index = "0", paramLabel = "DATA", description = "The table, or - for standard input.")
    String data = "";

    @Option(names = "--prop", paramLabel = "SHARE", description = "Share of the rows that lose values (0.5).")
    @Nullable
    Double prop;

    @Option(
            names = "--pattern",
            paramLabel = "COLUMN+COLUMN",
            description = "Columns that go missing together; may be repeated (each column alone).")
    List<String> patterns = new ArrayList<>();

    @Option(
            names = "--freq",
            split = ",",
            paramLabel = "SHARE",
            description = "Shares of the rows that are candidates for each pattern (equal ones).")
    List<String> freq = new ArrayList<>();

    @Option(names = "--mech", paramLabel = "MCAR|MAR|MNAR", description = "What it depends on whether values go (MAR).")
    @Nullable
    String mech;

    @Option(
            names = "--weights",
            paramLabel = "COLUMN:WEIGHT+...",
            description = "For each pattern, what counts in the score; may be repeated (all that mech lets count).")
    List<String> weights = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "RIGHT|LEFT|MID|TAIL",
            description = "Which scores lose values: high, low, middle ones, or those at both ends (RIGHT).")
    @Nullable
    String type;

    @Option(
            names = "--odds",
            split = ",",
            paramLabel = "ODDS",
            description = "Odds of equally large groups of scores, lowest first, instead of a logistic curve.")
    List<String> odds = new ArrayList<>();

    @Option(names = "--by-cells", description = "--prop is a share of the cells, not of the rows.")
    boolean byCells;

    @Mixin
    SchemaFlag schema = new SchemaFlag();

    @Mixin
    RowsOutput output = new RowsOutput();

    @Override
    public int call(Console console) throws IOException {
        Amputation.Options options = Options.bind(Amputation.Options.DEFAULT, settings(), "this command");
        output.check(console);
        Inputs input = Inputs.of(console, data);
        if (input.what() != Inputs.What.DATA) {
            throw ProblemException.usage(Problem.of(data + " is not a table.").fix("Give a table."));
        }
        long seed = console.seed(null);
        Run run = console.run(seed);
        SchemaOverrides columns = schema.read(console);
        Loaded loaded = Reading.readRows(console, input, columns, run);
        console.say(Reading.head(console, input, loaded));
        Reading.refusePart(loaded, input);
        Amputation.Amputed made = Amputation.of(loaded.table(), options, run);
        for (Amputation.Lost lost : made.lost()) {
            console.say("  " + String.join(" + ", lost.columns()) + "    " + Shown.count(lost.rows()) + " of "
                    + Shown.count(lost.candidates()) + " candidates lost "
                    + (lost.columns().size() == 1 ? "it" : "them"));
        }
        if (console.flags().dryRun) {
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        TableRows rows = new TableRows(made.table());
        if (output.piped()) {
            try (OutputStream out = console.data()) {
                TableWriter.write(rows, loaded.dialect(), out, run);
            }
        } else {
            RowsFile alike = new RowsFile(loaded.dialect(), input.file());
            OneFile.write(console, output.file, out -> alike.write(output.file, rows, out, run));
        }
        console.say((output.piped() ? "" : "wrote " + output.file + "      ") + Reading.number(rows.size())
                + " rows, seed " + seed);
        if (console.flags().json) {
            console.answer(json(made, seed));
        }
        return Cli.DONE;
    }

    private Map<String, Object> settings() {
        Map<String, Object> out = new LinkedHashMap<>();
        if (prop != null) {
            out.put("prop", prop);
        }
        if (mech != null) {
            out.put("mech", mech);
        }
        if (type != null) {
            out.put("type", type);
        }
        out.put("patterns", patterns);
        out.put("freq", freq);
        out.put("weights", weights);
        out.put("by-cases", !byCells);
        if (!odds.isEmpty()) {
            out.put("cont", false);
            out.put("odds", odds);
        }
        return out;
    }

    private String json(Amputation.Amputed made, long seed) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("file", output.file).put("rows", made.table().rows()).put("seed", seed);
        for (Amputation.Lost lost : made.lost()) {
            ObjectNode one = out.withArray("patterns").addObject();
            lost.columns().forEach(one.putArray("columns")::add);
            one.put("candidates", lost.candidates()).put("rows", lost.rows());
        }
        return Reports.text(out);
    }
}
