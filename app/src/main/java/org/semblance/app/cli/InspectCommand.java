package org.semblance.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.semblance.constraint.Constraints;
import org.semblance.io.ConstraintLines;
import org.semblance.io.Loaded;
import org.semblance.io.SchemaFile;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.prepare.relations.Detection;
import org.semblance.project.Columns;
import org.semblance.run.Run;
import org.semblance.table.Declared;
import org.semblance.table.Sequence;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        header = "what a table, a database or a model holds",
        description = {
            "Of a table: what each column was taken for and why, what will be done with it, and what looks odd.",
            "Of a folder of tables: their keys and how they are related, and why; as YAML, as a diagram, or as SDV's metadata.",
            "Of a model: where it comes from and what it holds of the real data. No value of the data is printed that a",
            "synthetic table would not show."
        },
        footer = {
            "semblance inspect patients.csv",
            "semblance inspect patients.csv --schema > schema.yaml   then edit it, and: run patients.csv --schema schema.yaml",
            "semblance inspect clinic/ --diagram clinic.svg        the tables of a folder and how they are related",
            "semblance inspect 'jdbc:postgresql://localhost/clinic?user=anna' --password-file secret",
            "semblance inspect patients-semblance/model.semblance"
        })
final class InspectCommand implements Verb {
    @Parameters(
            index = "0",
            paramLabel = "DATA|MODEL",
            description = {
                "Delimited text (.gz too), .parquet, .json, .jsonl or .xlsx, a folder of tables, a database (jdbc:...),",
                "a model file, a model written by hand, or - for standard input."
            })
    String data = "";

    @Option(
            names = "--schema",
            description = "Print kinds, formats and relations as YAML, to be edited and given to run or fit.")
    boolean schema;

    @Mixin
    InspectDatabase database = new InspectDatabase();

    @Override
    public int call(Console console) throws IOException {
        if (Databases.is(console, data)) {
            return database.call(console, data, schema);
        }
        database.refuseForTables(data);
        Inputs input = Inputs.of(console, data);
        if (input.what() != Inputs.What.DATA) {
            if (schema || database.sdv) {
                throw ProblemException.usage(
                        Problem.of((schema ? "--schema" : "--sdv") + " is for tables, and " + data + " is a model."));
            }
            console.answer(ModelCard.text(console, data));
            return Cli.DONE;
        }
        Run run = console.run(console.seed(0L));
        Loaded loaded = Reading.read(console, input, null, run);
        if (schema) {
            console.answer(SchemaFile.write(loaded.table().schema(), Constraints.find(loaded.table(), run)));
            return Cli.DONE;
        }
        Map<String, Table> one = Map.of(input.stem(), loaded.table());
        if (database.sdv) {
            InspectDatabase.sdv(
                    console, Detection.of(one, Declared.NOTHING, run).database());
            return Cli.DONE;
        }
        Columns columns = Columns.of(loaded.table(), Privacy.DEFAULT, run);
        console.answer(
                console.flags().json
                        ? InspectJson.text(input, loaded, columns)
                        : text(
                                console,
                                input,
                                loaded,
                                columns,
                                Constraints.find(loaded.table(), run),
                                Detection.of(one, Declared.NOTHING, run.silent())
                                        .sequences()));
        return Cli.DONE;
    }

    /** The flags that say it, each with a space before it. */
    private static String flags(Sequence sequence) {
        String whose = sequence.entity().isEmpty() ? "" : " --entity " + quoted(Asked.text(sequence.entity()));
        return whose + (sequence.order().isEmpty() ? "" : " --order " + quoted(sequence.order()));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_.,:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private String text(
            Console console,
            Inputs input,
            Loaded loaded,
            Columns columns,
            List<Constraints.Found> found,
            Map<Sequence, String> sequences) {
        StringBuilder out = new StringBuilder(Reading.head(console, input, loaded)).append("\n");
        Reading.lines(loaded, columns, true).forEach(line -> out.append(line).append("\n"));
        if (!found.isEmpty()) {
            out.append("new rows will keep:\n");
            found.forEach(one -> out.append("  ")
                    .append(one.constraint().words())
                    .append(one.holds() ? "" : " (" + ConstraintLines.nearly(one) + ")")
                    .append("\n"));
        }
        sequences.forEach((sequence, why) -> {
            out.append("its rows may be steps of sequences (").append(why).append("): semblance run ");
            out.append(data).append(flags(sequence)).append("\n");
        });
        out.append("next: semblance run ").append(data).append(", or where a guess is wrong:  semblance inspect ");
        return out.append(data).append(" --schema > schema.yaml\n").toString();
    }
}
