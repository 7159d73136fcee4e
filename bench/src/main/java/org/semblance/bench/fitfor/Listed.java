package org.semblance.bench.fitfor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Question;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/**
 * A line of a list of tables: {@code adult file=adult.csv target=income keys=age,sex}; what the keys mean stands in the
 * list itself.
 */
public record Listed(String name, Map<String, String> said) {
    /** All lines of a list. */
    public static List<Listed> all(Path list) throws IOException {
        List<Listed> all = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                all.add(of(line));
            }
        }
        return all;
    }

    /** The line of that name. */
    public static Listed find(Path list, String name) throws IOException {
        return all(list).stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(list + " has no table " + name));
    }

    private static Listed of(String line) {
        String[] words = line.trim().split("\\s+");
        Map<String, String> said = new LinkedHashMap<>();
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            int sign = word.indexOf('=');
            said.put(word.substring(0, sign), word.substring(sign + 1));
        }
        return new Listed(words[0], said);
    }

    private List<String> list(String key) {
        String words = said.getOrDefault(key, "");
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }

    /** What its user asks of an evaluation. */
    public Question question() {
        return Question.NONE
                .target(said.getOrDefault("target", ""))
                .model(said.getOrDefault("model", "").replace("~", " ~ ").replace("+", " + "))
                .sensitive(list("sensitive"))
                .keys(list("keys"));
    }

    /** The columns that are modelled, as the list says they are. */
    public Table read(Path folder, Run run) {
        Path file = folder.resolve(said.getOrDefault("file", ""));
        Table guessed = read(file, ReadOptions.DEFAULT, run);
        List<String> codes = list("categorical");
        List<String> missing = list("missing");
        Map<String, SchemaOverrides.Column> columns = new LinkedHashMap<>();
        for (Field field : guessed.schema().fields()) {
            Kind kind = codes.contains(field.name()) ? Kind.CATEGORY : null;
            columns.put(field.name(), override(kind, missing.isEmpty() ? null : missing));
        }
        Table table = read(file, ReadOptions.DEFAULT.schema(new SchemaOverrides(file.toString(), columns)), run);
        List<String> without = list("without");
        return table.select(IntStream.range(0, table.width())
                .filter(c -> table.schema().field(c).kind().modelled())
                .filter(c -> !without.contains(table.schema().field(c).name()))
                .toArray());
    }

    private static SchemaOverrides.Column override(@Nullable Kind kind, @Nullable List<String> missing) {
        return new SchemaOverrides.Column(0, kind, null, null, null, null, null, null, missing, null);
    }

    private static Table read(Path file, ReadOptions options, Run run) {
        return TableReader.read(Source.of(file), options, run.silent()).table();
    }
}
