package org.semblance.bench.fitfor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.Question;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/**
 * A real table, dealt out at random in four parts that share no row.
 *
 * @param question what its user asks of an evaluation
 * @param whole all rows
 * @param learn what synthesizers see: at most 3,000 rows
 * @param holdout real rows beside which the measures stand: at most 1,000
 * @param fresh real rows that stand in for what a perfect synthesizer makes: at most as many as {@code learn}
 * @param judge real rows on which works are judged: at most 6,000
 */
record Subject(String name, Question question, Table whole, Table learn, Table holdout, Table fresh, Table judge) {
    private static final int LEARN = 3_000;
    private static final int HOLDOUT = 1_000;
    private static final int JUDGE = 6_000;

    /** Of the rows of a small table, in tenths. */
    private static final int LEARN_TENTHS = 4;

    private static final int HOLDOUT_TENTHS = 2;
    private static final int FRESH_TENTHS = 2;

    /** One line of the list of tables. */
    static Subject of(String line, Path folder, int seed, Run run) {
        String[] words = line.trim().split("\\s+");
        Map<String, String> said = new LinkedHashMap<>();
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            int sign = word.indexOf('=');
            said.put(word.substring(0, sign), word.substring(sign + 1));
        }
        List<String> keys = list(said, "keys");
        Question question = Question.NONE
                .target(said.getOrDefault("target", ""))
                .model(said.getOrDefault("model", "").replace("~", " ~ ").replace("+", " + "))
                .sensitive(list(said, "sensitive"))
                .keys(keys);
        Table whole = read(folder.resolve(said.getOrDefault("file", "")), said, run);
        return deal(words[0], question, whole, Rng.of(seed).child(words[0]));
    }

    private static Subject deal(String name, Question question, Table whole, Rng rng) {
        int rows = whole.rows();
        int[] order = IntStream.range(0, rows).toArray();
        rng.shuffle(order);
        int learn = Math.min(LEARN, rows * LEARN_TENTHS / 10);
        int holdout = Math.min(HOLDOUT, rows * HOLDOUT_TENTHS / 10);
        int fresh = Math.min(learn, rows * FRESH_TENTHS / 10);
        int judged = Math.min(rows, learn + holdout + fresh + JUDGE);
        return new Subject(
                name,
                question,
                whole,
                part(whole, order, 0, learn),
                part(whole, order, learn, learn + holdout),
                part(whole, order, learn + holdout, learn + holdout + fresh),
                part(whole, order, learn + holdout + fresh, judged));
    }

    private static Table part(Table whole, int[] order, int from, int to) {
        return whole.take(Arrays.copyOfRange(order, from, to)).compact();
    }

    private static List<String> list(Map<String, String> said, String key) {
        String words = said.getOrDefault(key, "");
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }

    private static SchemaOverrides.Column override(boolean code, List<String> missing) {
        return new SchemaOverrides.Column(
                0,
                code ? Kind.CATEGORY : null,
                null,
                null,
                null,
                null,
                null,
                null,
                missing.isEmpty() ? null : missing,
                null);
    }

    /** The columns that are modelled, read as the list of tables says. */
    private static Table read(Path file, Map<String, String> said, Run run) {
        List<String> missing = list(said, "missing");
        List<String> codes = list(said, "categorical");
        List<String> without = list(said, "without");
        Table guessed = TableReader.read(Source.of(file), ReadOptions.DEFAULT, run.silent())
                .table();
        Map<String, SchemaOverrides.Column> columns = new LinkedHashMap<>();
        for (Field field : guessed.schema().fields()) {
            columns.put(field.name(), override(codes.contains(field.name()), missing));
        }
        ReadOptions options = ReadOptions.DEFAULT.schema(new SchemaOverrides(file.toString(), columns));
        Table table = TableReader.read(Source.of(file), options, run.silent()).table();
        return table.select(IntStream.range(0, table.width())
                .filter(c -> table.schema().field(c).kind().modelled())
                .filter(c -> !without.contains(table.schema().field(c).name()))
                .toArray());
    }
}
