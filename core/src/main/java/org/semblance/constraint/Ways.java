package org.semblance.constraint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.semblance.table.Schema;

/**
 * Decides how each constraint of a table is kept, and remembers what becomes of each column, so that no two constraints
 * want it.
 */
final class Ways {
    /** How one is kept. */
    enum Way {
        /** A column is left out and calculated. */
        LEFT_OUT,
        /** A column is learnt, and calculated afterwards all the same. */
        OVERWRITTEN,
        REWRITTEN,
        MENDED,
        REDRAWN
    }

    private final Schema schema;
    private final Constraint.Terms terms;
    private final Set<String> taken = new HashSet<>();
    private final List<Keeper.Setting> settings = new ArrayList<>();

    Ways(Schema schema, Constraint.Terms terms) {
        this.schema = schema;
        this.terms = terms;
    }

    private boolean free(List<String> columns) {
        return columns.stream()
                .noneMatch(name -> taken.contains(name)
                        || terms.given().contains(name)
                        || !schema.field(schema.index(name)).kind().modelled());
    }

    /** What can be calculated is; this comes before all else. */
    void calculated(Keeper keeper) {
        if (keeper instanceof Keeper.Setting setting && free(setting.sets()) && !circle(setting)) {
            taken.addAll(setting.sets());
            settings.add(setting);
        }
    }

    /** What is to be learnt as it is, is not written in another way. */
    void plain(Set<String> columns) {
        taken.addAll(columns);
    }

    private Set<String> calculated() {
        Set<String> out = new HashSet<>();
        settings.forEach(setting -> out.addAll(setting.sets()));
        return out;
    }

    /** Whether it is kept by writing its columns in another way. */
    boolean rewritten(Keeper keeper) {
        boolean fits = keeper instanceof Keeper.Rewriting rewriting
                && rewriting.possible()
                && free(rewriting.takes())
                && keeper.constraint().columns().stream().noneMatch(calculated()::contains);
        if (fits) {
            taken.addAll(((Keeper.Rewriting) keeper).takes());
        }
        return fits;
    }

    /** What another constraint writes anew is not there to be a distance, or to have one from. */
    List<Span> spans(List<Keeper> keepers) {
        List<Span> spans = new ArrayList<>();
        for (Keeper keeper : keepers) {
            if (keeper instanceof OrderKeeper order) {
                order.spans().stream()
                        .filter(span -> !taken.contains(span.low().name())
                                && !taken.contains(span.high().name()))
                        .forEach(spans::add);
            }
        }
        return spans;
    }

    Way way(Keeper keeper) {
        if (keeper instanceof Keeper.Setting setting && settings.contains(setting)) {
            return setting.always() ? Way.LEFT_OUT : Way.OVERWRITTEN;
        }
        if (keeper instanceof Keeper.Mending mending) {
            return mending.mends().stream().noneMatch(terms.given()::contains) ? Way.MENDED : Way.REDRAWN;
        }
        return keeper instanceof RowTest.Source ? Way.MENDED : Way.REDRAWN;
    }

    /** Whether what it is calculated from is calculated from what it calculates. */
    private boolean circle(Keeper.Setting setting) {
        Set<String> below = new LinkedHashSet<>(setting.from());
        boolean more = true;
        while (more) {
            more = false;
            for (Keeper.Setting other : settings) {
                if (other.sets().stream().anyMatch(below::contains)) {
                    more |= below.addAll(other.from());
                }
            }
        }
        return setting.sets().stream().anyMatch(below::contains);
    }
}
