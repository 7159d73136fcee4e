package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Keeping;
import org.semblance.generate.Guess;
import org.semblance.model.Model;
import org.semblance.model.ModelLoader;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Curation;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * From any table to a model of all its columns: what {@link Privacy} does not release is taken out, the columns that
 * can be modelled go to a {@link Synthesizer}, and keys, identifiers and texts are given makers of new ones.
 */
public final class Synthesis {
    private Synthesis() {}

    /**
     * Learns a model of the whole table, in its own column order, whose rows keep nothing but what the synthesizer keeps.
     *
     * @throws ProblemException where an option is wrong (usage), or the table has no rows or no columns (data)
     */
    public static WholeTable fit(
            Table real, Plugin<Synthesizer> plugin, Map<String, ?> options, Privacy privacy, Run run) {
        return fit(real, plugin, options, new Asked(privacy, List.of()), run);
    }

    /**
     * What a model must see to.
     *
     * @param privacy what is kept back
     * @param constraints what every new row keeps
     */
    public record Asked(Privacy privacy, List<Constraint> constraints) {
        public Asked {
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * Learns a model of the whole table, in its own column order.
     *
     * @throws ProblemException where an option is wrong (usage), or the table has no rows or no columns (data)
     */
    public static WholeTable fit(Table real, Plugin<Synthesizer> plugin, Map<String, ?> options, Asked asked, Run run) {
        Synthesizer synthesizer = plugin.make(options);
        refuseEmpty(real);
        List<Made> made = made(real);
        int[] modelled = WholeTable.modelled(real.schema());
        Keeping keeping = keeping(real, synthesizer, asked);
        Curation curation = Curation.of(keeping.forward(real.select(modelled)), asked.privacy(), run);
        @Nullable Model core = modelled.length == 0 ? null : synthesizer.fit(curation.table(), run.child("core"));
        return new WholeTable(keeping, core, made, asked.privacy(), curation.changes());
    }

    /** Refuses what {@link #fit} would refuse before it learns: a table without rows, and options that do not fit it. */
    public static void check(Table real, Plugin<Synthesizer> plugin, Map<String, ?> options, Asked asked, Run run) {
        Synthesizer synthesizer = plugin.make(options);
        refuseEmpty(real);
        int[] modelled = WholeTable.modelled(real.schema());
        Keeping keeping = keeping(real, synthesizer, asked);
        if (modelled.length > 0) {
            Table known = keeping.forward(real.select(modelled));
            synthesizer.check(Curation.of(known, asked.privacy(), run).table(), run.child("core"));
        }
    }

    private static void refuseEmpty(Table real) {
        if (real.width() == 0 || real.rows() == 0) {
            throw ProblemException.data(Problem.of("the table has no " + (real.width() == 0 ? "columns" : "rows")
                            + ": there is nothing to learn from.")
                    .fix("Give at least one row below the header."));
        }
    }

    private static Keeping keeping(Table real, Synthesizer synthesizer, Asked asked) {
        Constraint.Terms terms = new Constraint.Terms(asked.privacy().rare(), Set.of());
        if (synthesizer.keepsRows()) {
            // Rows that stand for real ones cannot be drawn anew, nor values moved between them.
            return Keeping.none(real.schema());
        }
        Keeping keeping = Keeping.of(
                asked.constraints(), real, terms, synthesizer.keepsOrders(), synthesizer.namedValues(real.schema()));
        refuseKept(synthesizer, keeping);
        return keeping;
    }

    /** Refuses options about columns that are not drawn, since a rule says what they are or what they are told from. */
    private static void refuseKept(Synthesizer synthesizer, Keeping keeping) {
        Schema learnt = keeping.forward(keeping.schema());
        List<Problem> problems = new ArrayList<>();
        for (String name : synthesizer.named()) {
            int column = keeping.schema().find(name);
            if (column >= 0 && keeping.schema().field(column).kind().modelled() && learnt.find(name) < 0) {
                String rule = keeping.constraints().stream()
                        .filter(constraint -> constraint.columns().contains(name))
                        .map(Constraint::words)
                        .findFirst()
                        .orElse("a rule of the table");
                problems.add(
                        Problem.of("column \"" + name + "\" is not drawn as it is, but kept by a rule: " + rule + ".")
                                .fix("Leave it out of the options, or take no rules (keep-constraints: false)."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
    }

    private static List<Made> made(Table real) {
        int[] columns = IntStream.range(0, real.width())
                .filter(c -> !real.schema().field(c).kind().modelled())
                .toArray();
        String language = Guess.language(Arrays.stream(columns)
                .filter(c -> real.schema().field(c).kind() != Kind.TEXT)
                .mapToObj(real::codes)
                .toList());
        List<Made> made = new ArrayList<>();
        for (int c : columns) {
            Field field = real.schema().field(c);
            try {
                made.add(Made.learn(field, real.codes(c), language));
            } catch (ProblemException e) {
                throw new ProblemException(
                        e.kind(),
                        e.problems().stream()
                                .map(problem -> problem.at("column \"" + field.name() + "\""))
                                .toList());
            }
        }
        return made;
    }

    /** Puts models together again that {@link #fit} learnt with the synthesizer of that name. */
    public static ModelLoader loader(String synthesizer) {
        return loader(Synthesizers.ALL.find(synthesizer));
    }

    /** Puts models together again that {@link #fit} learnt with this synthesizer. */
    public static ModelLoader loader(Plugin<Synthesizer> plugin) {
        return (stored, schema) -> WholeTable.load(stored, schema, plugin.make());
    }
}
