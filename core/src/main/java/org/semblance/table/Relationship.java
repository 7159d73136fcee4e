package org.semblance.table;

import java.util.HashSet;
import java.util.List;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * A foreign key: columns of a child table whose values, taken together, name a row of a parent table. Both may be the
 * same table (an employee's manager), and a child may have several parents, also the same one twice.
 *
 * @param parent the table that is pointed at
 * @param parentKey its columns, one or more
 * @param child the table that points
 * @param foreignKey its columns, one for each of the parent's, in the same order
 */
public record Relationship(String parent, List<String> parentKey, String child, List<String> foreignKey) {
    public Relationship {
        parentKey = List.copyOf(parentKey);
        foreignKey = List.copyOf(foreignKey);
        if (parentKey.isEmpty() || parentKey.size() != foreignKey.size()) {
            throw ProblemException.data(Problem.of("the foreign key of table \"" + child + "\" has " + foreignKey.size()
                            + " columns, but the key of table \"" + parent + "\" that it points at has "
                            + parentKey.size() + ".")
                    .fix("Name as many columns on both sides, at least one."));
        }
        for (List<String> columns : List.of(parentKey, foreignKey)) {
            if (new HashSet<>(columns).size() < columns.size()) {
                throw ProblemException.data(
                        Problem.of("a key names a column twice: " + String.join(", ", columns) + ".")
                                .fix("Name each column once."));
            }
        }
    }

    /** Of one column on both sides. */
    public static Relationship of(String parent, String key, String child, String foreignKey) {
        return new Relationship(parent, List.of(key), child, List.of(foreignKey));
    }

    /** Whether a table points at itself. */
    public boolean toItself() {
        return parent.equals(child);
    }

    /** As people write it: {@code visits.patient_id -> patients.id}, {@code lines.(order, pos) -> items.(order, pos)}. */
    public String name() {
        return child + "." + columns(foreignKey) + " -> " + parent + "." + columns(parentKey);
    }

    private static String columns(List<String> names) {
        return names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
    }
}
