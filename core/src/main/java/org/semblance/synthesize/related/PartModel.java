package org.semblance.synthesize.related;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.synthesize.Made;
import org.semblance.synthesize.TreeCoding;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnModel;
import org.semblance.trees.OrderRules;

/**
 * One table as it was learnt.
 *
 * <p>Trees see a row as one line of codes: first the {@link Feature}s that are given, then the part's own columns.
 *
 * @param coding of the own columns
 * @param echoed which of them repeat others
 * @param features what is given, in order
 * @param books of the features, then of the own columns
 * @param trees of the own columns that are drawn, in visit order
 * @param orders between numbers that every row keeps
 * @param made [columns of the table] what makes those that are made anew; null for others
 * @param keys [columns of the table] what makes those that are keys; null for others
 * @param refs [foreign keys] how the rows that they name are found; null for the owner's
 * @param counters [own columns] from where the rows of an owner are counted; NaN where a column is no counter
 * @param rules what every row keeps, or null
 * @param course what draws the values of owned rows instead of trees, where they are steps; else null
 * @param kept its real rows, where they are handed over as they are; else null
 * @param rows how many rows the real table has
 * @param strays how many of them nobody owns, though others are owned
 * @param astray how many have an owner that is not there
 */
record PartModel(
        Part part,
        TreeCoding coding,
        Echoed echoed,
        Feature[] features,
        CodeBook[] books,
        ColumnModel[] trees,
        OrderRules orders,
        @Nullable Made[] made,
        @Nullable KeyMaker[] keys,
        @Nullable RefModel[] refs,
        double[] counters,
        @Nullable Rules rules,
        @Nullable Course course,
        @Nullable Kept kept,
        long rows,
        long strays,
        long astray) {
    /** The books of what trees see of a part. */
    static CodeBook[] books(Blueprint plan, Part part, Feature[] features, List<TreeCoding> codings) {
        CodeBook[] own = codings.get(part.index()).books();
        CodeBook[] books = new CodeBook[features.length + own.length];
        for (int f = 0; f < features.length; f++) {
            Part reached = features[f].path().from(plan, part);
            books[f] = codings.get(reached.index()).books()[features[f].own()];
        }
        System.arraycopy(own, 0, books, features.length, own.length);
        return books;
    }

    RefModel ref(int ref) {
        RefModel model = refs[ref];
        if (model == null) {
            throw new IllegalStateException("foreign key " + ref + " of " + part.name() + " is the owner's");
        }
        return model;
    }

    KeyMaker key(int column) {
        KeyMaker maker = keys[column];
        if (maker == null) {
            throw new IllegalStateException("column " + column + " of " + part.name() + " is no key");
        }
        return maker;
    }

    Made made(int column) {
        Made maker = made[column];
        if (maker == null) {
            throw new IllegalStateException("column " + column + " of " + part.name() + " is not made anew");
        }
        return maker;
    }
}
