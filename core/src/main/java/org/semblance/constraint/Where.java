package org.semblance.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.semblance.constraint.learn.FewValues;
import org.semblance.table.Kind;

/** Conditions on one column of few values, as expressions. */
final class Where {
    /** Lists of more values than this nobody reads. */
    private static final int MOST = 12;

    private Where() {}

    /**
     * That a column has one of some values.
     *
     * @param chosen per value, whether it is one of them
     * @return empty where it takes more words than people read, or there are none
     */
    static String in(Seen seen, FewValues few, boolean[] chosen) {
        String name = Formula.quoted(seen.name(few.column()));
        List<String> values = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int k = 0; k < chosen.length; k++) {
            (chosen[k] ? values : others).add(value(seen, few, k));
        }
        if (values.isEmpty() || others.isEmpty()) {
            return "";
        }
        if (few.sort() == FewValues.Sort.MISSING) {
            return name + (chosen[1] ? " is missing" : " is not missing");
        }
        if (values.contains("") || others.contains("") || Math.min(values.size(), others.size()) > MOST) {
            return "";
        }
        // Only of values that were seen: of an unknown one nothing is said.
        boolean turned = others.size() < values.size();
        List<String> told = turned ? others : values;
        return told.size() == 1
                ? name + (turned ? " != " : " = ") + told.get(0)
                : name + (turned ? " not in (" : " in (") + told.stream().collect(Collectors.joining(", ")) + ")";
    }

    /** A value as an expression has it, or empty where that would take a date. */
    private static String value(Seen seen, FewValues few, int k) {
        if (few.sort() == FewValues.Sort.NUMBERS) {
            Kind kind = seen.table().schema().field(few.column()).kind();
            boolean amount = kind == Kind.WHOLE || kind == Kind.DECIMAL;
            return amount ? Keys.text(few.numbers()[k]) : "";
        }
        return few.sort() == FewValues.Sort.LABELS ? label(few.labels().get(k)) : "missing";
    }

    /** A label in quotes; empty where no quotes fit. */
    private static String label(String text) {
        String quote = text.indexOf('\'') < 0 ? "'" : "\"";
        return text.contains(quote) ? "" : quote + text + quote;
    }
}
