package org.semblance.project.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Listed;
import org.semblance.io.ConstraintLines;
import org.semblance.io.Faults;
import org.semblance.io.SchemaFile;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.database.DatabaseSchema.Origin;
import org.semblance.table.Declared;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;

/**
 * What the tables of a database are and how they are related, as a YAML file that people read and edit.
 *
 * <pre>{@code
 * version: 1
 * tables:
 *   patients:
 *     key: patient_id
 *     columns:
 *       birth_date: {kind: date, pattern: yyyy-MM-dd}
 *   lines:
 *     key: [order_id, line_no]
 *     constraints:
 *       - formula: total = sum(lines.price * lines.pieces)
 * relationships:
 *   - {child: visits, foreign-key: patient_id, parent: patients}
 *   - {child: parts, foreign-key: [order_id, line_no], parent: lines, parent-key: [order_id, line_no]}
 * sequences:
 *   - {table: visits, entity: patient_id, order: visit_date}
 * keep: [countries]
 * }</pre>
 *
 * <p>{@code found-with} is a mark of the keys and foreign keys that constraints were found with: where the file has others,
 * its constraints are not used, but looked for anew; without it, they stand. Constraints are those of one table (see
 * ConstraintLines), also with columns of rows above ({@code patients.birth}) and
 * what is gathered of rows below. Only what is named is overridden; {@code relationships} and {@code sequences} are all there are where they are named.
 * {@code key: []} says that a table has none; a parent's key is its primary key where it is left out. SDV's metadata JSON
 * is read as well ({@link SdvMetadataFile}), and a schema of one table where there is one.
 */
public final class DatabaseSchemaFile {
    static final List<String> KEYS = List.of("version", "found-with", "tables", "relationships", "sequences", "keep");
    static final List<String> OF_TABLE = List.of("key", "columns", "constraints");

    /** What a schema of one table has at its top: here it is about the only table there is. */
    private static final List<String> OF_ONE = List.of("columns", "constraints");

    static final List<String> OF_RELATIONSHIP = List.of("child", "foreign-key", "parent", "parent-key");
    static final List<String> OF_SEQUENCE = List.of("table", "entity", "order");

    private final String file;
    private final Faults faults;
    private final List<Problem> others = new ArrayList<>();
    private final Map<String, SchemaOverrides> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> keys = new LinkedHashMap<>();
    private final Map<String, Listed> constraints = new LinkedHashMap<>();
    private final Map<Object, Integer> lines = new HashMap<>();

    private DatabaseSchemaFile(String file) {
        this.file = file;
        this.faults = new Faults(file);
    }

    /** @throws ProblemException with every problem of the file and its line */
    public static DatabaseSchema read(Source source) {
        try (InputStream in = source.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return parse(text, source.name());
        } catch (IOException e) {
            throw ProblemException.data(Problem.of("this file cannot be read (" + e.getMessage() + ").")
                    .at(source.name()));
        }
    }

    /** Whether a file says something of tables, and not of the columns of one. */
    public static boolean is(Source source) {
        try (InputStream in = source.open()) {
            Yaml.Node root = Yaml.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), source.name());
            return root instanceof Yaml.Members members
                    && (SdvMetadataFile.is(members)
                            || members.nodes().keySet().stream()
                                    .anyMatch(key -> !key.equals("version") && KEYS.contains(key)));
        } catch (IOException | ProblemException e) {
            return false;
        }
    }

    static DatabaseSchema parse(String text, String file) {
        return parse(Yaml.parse(text, file), file);
    }

    /** The same where it is a key of another file, such as a project. */
    static DatabaseSchema parse(Yaml.Node node, String file) {
        if (node instanceof Yaml.Members root && SdvMetadataFile.is(root)) {
            return SdvMetadataFile.read(root, file);
        }
        DatabaseSchemaFile parser = new DatabaseSchemaFile(file);
        if (node instanceof Yaml.Members root) {
            return parser.root(root);
        }
        throw ProblemException.data(Problem.of("a schema of a database begins with \"tables:\".")
                .at(file)
                .fix("semblance inspect FOLDER --schema prints one."));
    }

    private DatabaseSchema root(Yaml.Members root) {
        root.nodes().keySet().stream()
                .filter(key -> !KEYS.contains(key) && !OF_ONE.contains(key))
                .forEach(key -> faults.unknown(root.line(key), "the key \"" + key + "\"", key, KEYS));
        Yaml.Node version = root.nodes().get("version");
        if (version != null
                && !(version instanceof Yaml.Scalar one && one.text().equals("1"))) {
            faults.add(root.line("version"), "the version is " + version.word() + ", but only 1 is known.", "");
        }
        OF_ONE.stream().filter(root.nodes()::containsKey).findFirst().ifPresent(key -> {
            if (root.nodes().containsKey("tables")) {
                faults.unknown(root.line(key), "the key \"" + key + "\" beside \"tables\"", key, KEYS);
            }
            contents(DatabaseSchema.UNNAMED, root);
            lines.put(DatabaseSchema.UNNAMED, root.line(key));
        });
        Yaml.Node tables = root.nodes().get("tables");
        if (tables instanceof Yaml.Members members) {
            members.nodes().forEach((table, node) -> table(table, members.line(table), node));
        } else if (tables != null) {
            faults.add(root.line("tables"), "under \"tables\" there must be a group of keys for each table.", "");
        }
        List<Relationship> relationships = relationships(root);
        List<Sequence> sequences = sequences(root);
        List<String> keep = texts(root, "keep", root.line("keep"), "keep", true);
        lines.put("keep", root.line("keep"));
        throwIfAny();
        Origin origin = origin(root, relationships);
        return new DatabaseSchema(
                file,
                columns,
                new Declared(keys, relationships, sequences),
                keep == null ? List.of() : keep,
                origin == Origin.ANEW ? Map.of() : constraints,
                origin,
                lines);
    }

    private Origin origin(Yaml.Members root, @Nullable List<Relationship> relationships) {
        if (!(root.nodes().get("found-with") instanceof Yaml.Scalar mark) || mark.isNull()) {
            return Origin.HAND;
        }
        boolean same = relationships != null
                && DatabaseSchema.mark(keys, relationships).equals(mark.text());
        return same ? Origin.FOUND : Origin.ANEW;
    }

    private void throwIfAny() {
        try {
            faults.throwIfAny();
        } catch (ProblemException e) {
            others.addAll(0, e.problems());
        }
        if (!others.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, others);
        }
    }

    private void table(String table, int line, Yaml.Node node) {
        lines.put(table, line);
        if (node instanceof Yaml.Scalar scalar && scalar.isNull()) {
            return;
        }
        if (!(node instanceof Yaml.Members members)) {
            faults.add(line, table + ": there must be a group of keys.", "Such as  key: patient_id");
            return;
        }
        unknown(members, OF_TABLE, table);
        List<String> key = texts(members, "key", line, table, true);
        if (key != null) {
            keys.put(table, key);
        }
        contents(table, members);
    }

    private void contents(String table, Yaml.Members members) {
        Yaml.Node some = members.nodes().get("columns");
        if (some != null) {
            try {
                columns.put(table, SchemaFile.columns(some, file));
            } catch (ProblemException e) {
                others.addAll(e.problems());
            }
        }
        Yaml.Node rules = members.nodes().get("constraints");
        if (rules != null) {
            try {
                constraints.put(table, ConstraintLines.read(rules, file));
            } catch (ProblemException e) {
                others.addAll(e.problems());
            }
        }
    }

    private @Nullable List<Relationship> relationships(Yaml.Members root) {
        List<Yaml.Members> entries = entries(root, "relationships", OF_RELATIONSHIP);
        if (entries == null) {
            return null;
        }
        List<Relationship> out = new ArrayList<>();
        for (Yaml.Members entry : entries) {
            String child = text(entry, "child", true);
            String parent = text(entry, "parent", true);
            List<String> foreign = texts(entry, "foreign-key", entry.line(), "a relationship", false);
            List<String> given = texts(entry, "parent-key", entry.line(), "a relationship", false);
            if (foreign == null) {
                faults.add(entry.line(), "a relationship has no foreign-key.", "Such as  foreign-key: patient_id");
            }
            List<String> key = given == null ? keys.getOrDefault(parent, List.of()) : given;
            if (key.isEmpty() && !parent.isEmpty()) {
                faults.add(
                        entry.line(),
                        "the relationship of " + child + " does not say which columns of " + parent + " it points at.",
                        "Add parent-key, or give " + parent + " a key.");
            } else if (foreign != null && !parent.isEmpty() && !child.isEmpty()) {
                relationship(entry.line(), new Names(parent, key, child, foreign), out);
            }
        }
        return out;
    }

    private record Names(String parent, List<String> key, String child, List<String> foreign) {}

    private void relationship(int line, Names names, List<Relationship> out) {
        try {
            Relationship made = new Relationship(names.parent, names.key, names.child, names.foreign);
            if (out.contains(made)) {
                faults.add(line, "the relationship " + made.name() + " stands here a second time.", "Remove one.");
                return;
            }
            lines.put(made, line);
            out.add(made);
        } catch (ProblemException e) {
            e.problems().forEach(problem -> faults.add(line, problem.what(), problem.fix()));
        }
    }

    private @Nullable List<Sequence> sequences(Yaml.Members root) {
        List<Yaml.Members> entries = entries(root, "sequences", OF_SEQUENCE);
        if (entries == null) {
            return null;
        }
        List<Sequence> out = new ArrayList<>();
        for (Yaml.Members entry : entries) {
            String table = text(entry, "table", true);
            List<String> entity = texts(entry, "entity", entry.line(), "a sequence", true);
            Sequence made = new Sequence(table, entity == null ? List.of() : entity, text(entry, "order", false));
            lines.put(made, entry.line());
            out.add(made);
        }
        return out;
    }

    /** The groups of keys in a list; null where the list is not named. */
    private @Nullable List<Yaml.Members> entries(Yaml.Members root, String key, List<String> known) {
        Yaml.Node node = root.nodes().get(key);
        if (node == null) {
            return null;
        }
        List<Yaml.Members> out = new ArrayList<>();
        if (node instanceof Yaml.Items items) {
            for (Yaml.Node item : items.nodes()) {
                if (item instanceof Yaml.Members members) {
                    unknown(members, known, key);
                    out.add(members);
                } else {
                    faults.add(item.line(), key + " are groups of keys.", "Keys: " + String.join(", ", known) + ".");
                }
            }
        } else if (!(node instanceof Yaml.Scalar scalar && scalar.isNull())) {
            faults.add(root.line(key), key + " must be a list, but is " + node.word() + ".", "");
        }
        return out;
    }

    private void unknown(Yaml.Members members, List<String> known, String where) {
        members.nodes().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> faults.unknown(members.line(key), where + ": the key \"" + key + "\"", key, known));
    }

    private String text(Yaml.Members members, String key, boolean required) {
        Yaml.Node node = members.nodes().get(key);
        if (node instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            return scalar.text();
        }
        if (node != null || required) {
            String is = node == null ? "is missing" : "is " + node.word() + ", but must be a name";
            faults.add(members.line(key), key + " " + is + ".", "");
        }
        return "";
    }

    /** One name or a list of them; null where it is not said. */
    private @Nullable List<String> texts(Yaml.Members members, String key, int line, String where, boolean none) {
        Yaml.Node node = members.nodes().get(key);
        if (node == null) {
            return null;
        }
        List<String> out = new ArrayList<>();
        boolean names = true;
        List<Yaml.Node> all = node instanceof Yaml.Items items ? items.nodes() : List.of(node);
        for (Yaml.Node one : all) {
            names &= one instanceof Yaml.Scalar scalar && !scalar.isNull();
            out.add(one instanceof Yaml.Scalar scalar ? scalar.text() : "");
        }
        if (!names || out.isEmpty() && !none) {
            faults.add(
                    members.lines().getOrDefault(key, line),
                    where + ": " + key + " must be a name or a list of names.",
                    "");
        }
        return out;
    }
}
