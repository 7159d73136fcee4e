package org.semblance.prepare.relations;

import java.util.Locale;

/**
 * A foreign key in numbers.
 *
 * @param rows of the child
 * @param missing those whose foreign key is missing, or a part of it
 * @param orphans those whose foreign key no parent has
 * @param parents different keys of the parent
 * @param childless those that no child points at
 * @param most children of one parent
 * @param repeated rows of the parent whose key another row has too, or that miss it
 */
public record Counted(int rows, int missing, int orphans, int parents, int childless, int most, int repeated) {
    static Counted of(RowKeys parent, RowKeys child) {
        int[] children = parent.children(child);
        int orphans = children[children.length - 1];
        int most = 0;
        int childless = 0;
        for (int k = 0; k < children.length - 1; k++) {
            most = Math.max(most, children[k]);
            childless += children[k] == 0 ? 1 : 0;
        }
        int repeated = parent.rows() - parent.distinct();
        return new Counted(child.rows(), child.missing(), orphans, parent.distinct(), childless, most, repeated);
    }

    /** How many children a parent has: {@code 1}, {@code 0..1}, {@code 1..n} or {@code 0..n}. */
    public String children() {
        String least = childless > 0 ? "0" : "1";
        String top = most > 1 ? "n" : "1";
        return least.equals(top) ? "1" : least + ".." + top;
    }

    /** How many parents a child has: {@code 1}, or {@code 0..1} where foreign keys are missing. */
    public String parentsOfChild() {
        return missing > 0 ? "0..1" : "1";
    }

    /** Missing and orphaned foreign keys in words, or empty. */
    public String gaps() {
        String none = missing == 0 ? "" : number(missing) + " of " + number(rows) + " rows have none";
        String lost = orphans == 0 ? "" : number(orphans) + (orphans == 1 ? " points" : " point") + " nowhere";
        return none.isEmpty() || lost.isEmpty() ? none + lost : none + ", " + lost;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
