package org.semblance.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/**
 * Values become others, each as it is said: labels that are put together, codes that are put right, values that are taken
 * out (recoded to nothing they are missing). A flag that gets a third label becomes a category. Codes of values that
 * occur in none of the columns are counted: a synthetic table need not have a rare label. Cost: one pass.
 */
public final class Recode implements Control {
    private static final String NAME = "recode";
    private static final String ARROW = "->";

    /** The options. */
    public record Options(
            @Option("The columns, which all get the same codes.")
            List<String> columns,

            @Option("The codes, each as old->new, such as divorced->single; old-> makes the value missing.")
            List<String> map) {}

    public static final Plugin<Control> PLUGIN = Plugin.of(
            NAME,
            "Values become others by a list of codes; labels are put together, values are taken out.",
            new Options(List.of(), List.of()),
            Recode::new);

    private final Options options;
    private final Map<String, String> map = new LinkedHashMap<>();

    Recode(Options options) {
        this.options = options;
        List<Problem> problems = new ArrayList<>();
        for (String code : options.map) {
            int arrow = code.indexOf(ARROW);
            if (arrow < 1) {
                problems.add(Problem.of("map has \"" + code + "\", but must be an old and a new value.")
                        .fix("For example divorced->single"));
            } else if (map.putIfAbsent(
                            code.substring(0, arrow).trim(),
                            code.substring(arrow + 2).trim())
                    != null) {
                problems.add(Problem.of("map has \"" + code.substring(0, arrow).trim() + "\" twice."));
            }
        }
        if (options.map.isEmpty()) {
            problems.add(Problem.of("recode is not told what becomes what.").fix("For example map=divorced->single"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        Edit edit = new Edit(synthetic);
        Set<String> unseen = new HashSet<>(map.keySet());
        for (int position : Columns.any(NAME, options.columns, synthetic)) {
            if (synthetic.schema().field(position).kind().numeric()) {
                edit.set(position, numbers(synthetic, position, unseen));
            } else {
                labels(synthetic, position, edit, unseen);
            }
        }
        Controlled done = edit.done(NAME);
        Change change = done.change();
        return new Controlled(
                done.table(),
                unseen.isEmpty()
                        ? change
                        : change.figures(Map.of("codes of values that do not occur", unseen.size() + 0.0)));
    }

    private double[] numbers(Table table, int position, Set<String> unseen) {
        Field field = table.schema().field(position);
        Grain grain = Grain.of(field, table.numbers(position));
        double[] out = table.numbers(position).toArray();
        double[] before = out.clone();
        map.forEach((from, to) -> {
            double old = Written.read(field, from, "map");
            double made = to.isEmpty() ? Double.NaN : Written.read(field, to, "map");
            if (!to.isEmpty() && grain.round(made) != made) {
                throw ProblemException.usage(
                        Problem.of("map makes " + to + ", but the values of " + field.name() + " are not written so.")
                                .fix("Give a value as " + field.name() + " could have it."));
            }
            for (int i = 0; i < out.length; i++) {
                if (before[i] == old) {
                    out[i] = made;
                    unseen.remove(from);
                }
            }
        });
        return out;
    }

    private void labels(Table table, int position, Edit edit, Set<String> unseen) {
        CodeColumn column = table.codes(position);
        Field field = table.schema().field(position);
        @Nullable String[] texts = new @Nullable String[column.size()];
        for (int i = 0; i < texts.length; i++) {
            String old = column.get(i);
            String made = old == null ? null : map.getOrDefault(old, old);
            texts[i] = made == null || made.isEmpty() ? null : made;
            unseen.remove(String.valueOf(old));
        }
        CodeColumn out = CodeColumn.of(texts);
        boolean third = field.kind() == Kind.FLAG && !column.labels().containsAll(out.labels());
        edit.set(position, third ? field.kind(Kind.CATEGORY) : field, out);
    }
}
