package org.semblance.project.impute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Predictors;
import org.semblance.impute.Formulas;
import org.semblance.io.SchemaFile;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.io.YamlText;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.ProblemException;
import org.semblance.project.SettingsReader;
import org.semblance.project.SettingsText;
import org.semblance.table.Schema;

/** imputation.yaml: reading an {@link Imputation}, all its problems at once with their lines, and writing one. */
public final class ImputationFile {
    /** Of the format. */
    public static final int VERSION = 1;

    /** Keys beside those of {@link Imputation.Settings}. */
    static final List<String> OWN = List.of(
            "version",
            "data",
            "sha256",
            "seed",
            "blocks",
            "methods",
            "predictors",
            "formulas",
            "ordered",
            "passive",
            "post",
            "columns");

    static final Map<String, Predictors.Role> ROLES = new TreeMap<>(Map.of(
            "fixed",
            Predictors.Role.FIXED,
            "random",
            Predictors.Role.RANDOM,
            "cluster",
            Predictors.Role.CLUSTER,
            "fixed-and-mean",
            Predictors.Role.FIXED_AND_MEAN,
            "random-and-mean",
            Predictors.Role.RANDOM_AND_MEAN));

    private final SettingsReader file;

    private ImputationFile(SettingsReader file) {
        this.file = file;
    }

    /** @throws ProblemException with every problem of the file */
    public static Imputation read(Source source) {
        return new ImputationFile(SettingsReader.open(source)).read();
    }

    private Imputation read() {
        TreeSet<String> known = new TreeSet<>(OWN);
        known.addAll(Options.values(Imputation.Settings.DEFAULT).keySet());
        file.known(known);
        file.version(VERSION);
        String data = String.valueOf(file.value("data", ""));
        if (data.isEmpty()) {
            file.problem("data", "data is missing: the path of the table.", "For example data: ../patients.csv");
        }
        Long seed = file.seed();
        Imputation.Settings settings = file.settings(Imputation.Settings.DEFAULT);
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        members("blocks", (name, node) -> blocks.put(name, texts("blocks", node)));
        Map<String, Imputation.Method> methods = new LinkedHashMap<>();
        members("methods", (column, node) -> methods.put(column, method(column, node)));
        Map<String, Map<String, Integer>> predictors = new LinkedHashMap<>();
        members("predictors", (target, node) -> predictors.put(target, codes(node)));
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        members("ordered", (column, node) -> ordered.put(column, texts("ordered", node)));
        Formulas formulas = new Formulas(formulas("passive"), formulas("post"), formulas("formulas"));
        SchemaOverrides columns = columns();
        file.throwIfAny();
        String hash = String.valueOf(file.value("sha256", ""));
        return new Imputation(data, hash, seed, settings, blocks, methods, predictors, ordered, formulas, columns);
    }

    private void members(String key, BiConsumer<String, Yaml.Node> each) {
        Yaml.Node node = file.node(key);
        if (node instanceof Yaml.Members members) {
            members.nodes().forEach(each);
        } else if (node != null) {
            file.problem(key, key + " must be columns, each with a value.", "For example " + key + ": {bmi: ...}");
        }
    }

    private Imputation.Method method(String column, Yaml.Node node) {
        if (node instanceof Yaml.Scalar scalar) {
            return new Imputation.Method(String.valueOf(scalar.value()), Map.of());
        }
        Map<String, Object> options = new LinkedHashMap<>();
        if (node instanceof Yaml.Members members) {
            members.nodes().forEach((name, value) -> options.put(name, plain("methods", value)));
        }
        Object name = options.remove("method");
        if (name == null) {
            file.problem(
                    "methods",
                    "the method of column \"" + column + "\" is missing.",
                    "For example " + column + ": {method: pmm, donors: 3}");
        }
        return new Imputation.Method(String.valueOf(name), options);
    }

    /** A list of columns, or columns with a role or mice's code. */
    private Map<String, Integer> codes(Yaml.Node node) {
        Map<String, Integer> out = new LinkedHashMap<>();
        if (node instanceof Yaml.Members members) {
            members.nodes().forEach((column, value) -> out.put(column, code(plain("predictors", value))));
        } else {
            texts("predictors", node).forEach(column -> out.put(column, Predictors.Role.FIXED.code()));
        }
        return out;
    }

    private int code(Object value) {
        if (value instanceof Long number) {
            try {
                return number == 0
                        ? 0
                        : Predictors.Role.of(Math.toIntExact(number)).code();
            } catch (ProblemException e) {
                file.add("predictors", e.problems());
                return 0;
            }
        }
        Predictors.Role role = ROLES.get(String.valueOf(value));
        if (role == null) {
            file.problem(
                    "predictors",
                    "\"" + value + "\" is not what a predictor can be.",
                    (Nearest.hint(String.valueOf(value), ROLES.keySet()) + " There are: "
                                    + String.join(", ", ROLES.keySet()) + ".")
                            .strip());
        }
        return role == null ? 0 : role.code();
    }

    private List<String> texts(String key, Yaml.Node node) {
        if (plain(key, node) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        file.problem(key, "a list is expected here, not " + node.word() + ".", "For example [a, b, c]");
        return List.of();
    }

    private Object plain(String key, Yaml.Node node) {
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.value();
        }
        if (node instanceof Yaml.Items items) {
            return items.nodes().stream()
                    .map(item -> item instanceof Yaml.Scalar scalar ? scalar.text() : plain(key, item))
                    .toList();
        }
        file.problem(key, "a value is expected here, not " + node.word() + ".", "");
        return "";
    }

    private Map<String, String> formulas(String key) {
        Map<String, String> out = new LinkedHashMap<>();
        members(key, (column, node) -> out.put(column, String.valueOf(plain(key, node))));
        return out;
    }

    private @Nullable SchemaOverrides columns() {
        Yaml.Node node = file.node("columns");
        try {
            return node == null ? null : SchemaFile.columns(node, file.name());
        } catch (ProblemException e) {
            file.add(e.problems());
            return null;
        }
    }

    /**
     * The file's text, with the meaning of every key beside it.
     *
     * @param schema of the table as it was read; of columns that the imputation overrides it is written out
     */
    public static String write(Imputation imputation, Schema schema) {
        StringBuilder out = new StringBuilder();
        SettingsText text = new SettingsText(out);
        out.append("# What this imputation did. Change it and run it again:\n");
        out.append("#   semblance impute imputation.yaml -o another-folder\n");
        text.line("version", VERSION, "");
        text.line("data", imputation.data(), "relative to this file");
        text.line("sha256", imputation.sha256(), "of the data this was written for");
        Long seed = imputation.seed();
        if (seed != null) {
            text.line("seed", seed, "same data, same seed: same bytes");
        }
        text.settings(imputation.settings(), Imputation.Settings.DEFAULT, "", () -> {});
        group(text, out, "blocks", imputation.blocks(), "names for several columns: {vitals: [bmi, chl]}");
        Map<String, Object> methods = new LinkedHashMap<>();
        imputation.methods().forEach((column, method) -> {
            Map<String, Object> options = new LinkedHashMap<>(Map.of("method", method.name()));
            options.putAll(method.options());
            methods.put(column, method.options().isEmpty() ? method.name() : options);
        });
        group(text, out, "methods", methods, "by column or block: a method, none, or {method: pmm, donors: 3}");
        Map<String, Object> predictors = new LinkedHashMap<>();
        imputation.predictors().forEach((target, codes) -> {
            boolean fixed = codes.values().stream().allMatch(code -> code == Predictors.Role.FIXED.code());
            predictors.put(target, fixed ? List.copyOf(codes.keySet()) : codes);
        });
        group(text, out, "predictors", predictors, "by column or block: columns, or {age: fixed, school: cluster}");
        group(
                text,
                out,
                "formulas",
                imputation.formulas().models(),
                "by column or block: chl: age * bmi + log(weight)");
        group(text, out, "ordered", imputation.ordered(), "by column: labels from the least to the greatest");
        group(text, out, "passive", imputation.formulas().passive(), "by column: bmi: weight / (height / 100) ^ 2");
        group(text, out, "post", imputation.formulas().post(), "by column: chl: max(chl, 100)");
        SchemaOverrides columns = imputation.columns();
        if (columns != null) {
            out.append(SchemaFile.write(columns, schema));
        }
        return out.toString();
    }

    private static void group(SettingsText text, StringBuilder out, String key, Map<String, ?> values, String comment) {
        if (values.isEmpty()) {
            text.line(key, Map.of(), comment);
            return;
        }
        out.append(key).append(": # ").append(comment).append('\n');
        values.forEach((column, value) -> {
            out.append("  ");
            text.line(YamlText.of(column), value, "");
        });
    }
}
