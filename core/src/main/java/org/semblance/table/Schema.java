package org.semblance.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** The columns of a table: names (all different), kinds and formats, in order. */
public record Schema(List<Field> fields) {
    public Schema {
        fields = List.copyOf(fields);
        Set<String> seen = new HashSet<>();
        for (Field field : fields) {
            if (!seen.add(field.name())) {
                throw ProblemException.data(Problem.of("two columns are called \"" + field.name() + "\".")
                        .fix("Rename one of them."));
            }
        }
    }

    public static Schema of(Field... fields) {
        return new Schema(List.of(fields));
    }

    public int size() {
        return fields.size();
    }

    public Field field(int index) {
        return fields.get(index);
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** The position of a column, or -1. */
    public int find(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The position of a column, or a problem that guesses what was meant. */
    public int index(String name) {
        int index = find(name);
        if (index < 0) {
            String hint = Nearest.hint(name, names());
            throw ProblemException.data(Problem.of("there is no column \"" + name + "\".")
                    .fix(hint.isEmpty() ? "There are " + size() + " columns." : hint));
        }
        return index;
    }

    /** The columns at the given positions, in that order. */
    public Schema select(int[] columns) {
        List<Field> chosen = new ArrayList<>();
        for (int column : columns) {
            chosen.add(fields.get(column));
        }
        return new Schema(chosen);
    }
}
