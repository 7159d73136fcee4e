package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Keeper;
import org.semblance.constraint.Keeping;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * What all rows of a table of sequences keep: rules between columns that are the same in all steps, which hold of the
 * entity, and rules of each step, to which those columns, the key and the place in time are given. What can be calculated
 * is; other values are moved as far as the rule asks for, each row by itself: a value of another row would not fit here.
 */
record RowRules(Keeping entities, Keeping steps) {
    /** A rule that the real rows themselves break once what few of them share is not told: keeping it would cost these. */
    private static final double MOST_RARE = 0.001;

    /** @param changes is told which rules are not kept */
    static RowRules of(
            List<Constraint> constraints, Sorted sorted, Role[] roles, int series, int rare, List<String> changes) {
        Schema schema = sorted.table().schema();
        Schema known = known(schema, roles, series);
        Set<String> key = series < 0 ? Set.of() : Set.of(schema.field(series).name());
        Set<String> given = new HashSet<>(names(schema, roles, Role.CONTEXT));
        given.addAll(names(schema, roles, Role.ENTITY));
        if (sorted.place() >= 0) {
            given.add(schema.field(sorted.place()).name());
        }
        List<Constraint> once = new ArrayList<>();
        List<Constraint> each = new ArrayList<>();
        for (Constraint constraint : constraints) {
            boolean same = constraint.columns().stream().allMatch(name -> known.find(name) >= 0);
            (same ? once : each).add(constraint);
        }
        return new RowRules(
                kept(once, seen(sorted.table().take(sorted.firsts()), known), new Constraint.Terms(rare, key), changes),
                kept(each, seen(sorted.table(), rows(schema, roles)), new Constraint.Terms(rare, given), changes));
    }

    private static Keeping kept(
            List<Constraint> constraints, Table real, Constraint.Terms terms, List<String> changes) {
        if (constraints.isEmpty()) {
            return Keeping.none(real.schema());
        }
        int[] broken = Keeping.afterwards(constraints, real, terms).counts(real, Keeper.Place.ALONE);
        Constraint.Terms all = new Constraint.Terms(1, terms.given());
        int[] anyway = terms.rare() == 1
                ? broken
                : Keeping.afterwards(constraints, real, all).counts(real, Keeper.Place.ALONE);
        List<Constraint> kept = new ArrayList<>();
        for (int k = 0; k < broken.length; k++) {
            if (broken[k] - anyway[k] <= MOST_RARE * real.rows()) {
                kept.add(constraints.get(k));
            } else {
                changes.add("\"" + constraints.get(k).words()
                        + "\" is not kept, since too few sequences have some of what is known");
            }
        }
        return Keeping.afterwards(kept, real, terms);
    }

    private static List<String> names(Schema schema, Role[] roles, Role role) {
        return schema.select(SequenceSynthesizer.columns(roles, role)).names();
    }

    /** The columns that rules of entities are about: what is the same in all steps, and a key that is a date. */
    static Schema known(Schema schema, Role[] roles, int series) {
        return schema.select(IntStream.range(0, roles.length)
                .filter(c -> roles[c] == Role.CONTEXT || c == series)
                .toArray());
    }

    /** The columns that rules of steps are about. */
    static Schema rows(Schema schema, Role[] roles) {
        return schema.select(IntStream.range(0, roles.length)
                .filter(c -> schema.field(c).kind().modelled())
                .toArray());
    }

    boolean isEmpty() {
        return entities.isEmpty() && steps.isEmpty();
    }

    List<Constraint> constraints() {
        List<Constraint> out = new ArrayList<>(entities.constraints());
        out.addAll(steps.constraints());
        return out;
    }

    List<String> words() {
        List<String> out = new ArrayList<>(entities.words());
        out.addAll(steps.words());
        return out;
    }

    /** What is the same in all steps, put right before there are any. */
    Table entities(Table known, Rng rng) {
        return entities.isEmpty() ? known : put(known, entities, known.schema().names(), rng);
    }

    /** Whole rows, with what was drawn step by step put right. */
    Table steps(Table rows, Role[] roles, Rng rng) {
        return steps.isEmpty() ? rows : put(rows, steps, names(rows.schema(), roles, Role.STEP), rng);
    }

    private static Table put(Table rows, Keeping keeping, List<String> changed, Rng rng) {
        Table right = keeping.forcedAlone(seen(rows, keeping.schema()), rng);
        List<Column> columns = new ArrayList<>();
        for (String name : rows.schema().names()) {
            boolean put = changed.contains(name) && right.schema().find(name) >= 0;
            columns.add(put ? right.column(name) : rows.column(name));
        }
        return Table.of(rows.schema(), columns);
    }

    private static Table seen(Table rows, Schema schema) {
        return rows.select(
                schema.names().stream().mapToInt(rows.schema()::index).toArray());
    }

    /** How many rows break each all the same, in the order of {@link #constraints}. */
    int[] broken(Table rows) {
        IntStream once = Arrays.stream(entities.counts(seen(rows, entities.schema()), Keeper.Place.ALONE));
        return IntStream.concat(once, Arrays.stream(steps.counts(seen(rows, steps.schema()), Keeper.Place.ALONE)))
                .toArray();
    }
}
