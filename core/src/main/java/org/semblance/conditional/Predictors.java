package org.semblance.conditional;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * What a column is drawn given: n rows of columns without missing values, and what part each column has.
 *
 * @param table n rows x p predictors; labels keep the dictionary of the fit
 * @param roles [p] what part each has; {@link Role#FIXED} but for multilevel methods
 * @param self [n] which row of the fit each row is, or -1 for a row that was not there: a method that gives donors'
 *     values never gives a row its own. Empty where no row is one of the fit's.
 * @param codings what is known of the columns already
 */
public record Predictors(Table table, List<Role> roles, int[] self, Codings codings) {
    /** What part a predictor has, with the code of mice's predictor matrix. */
    public enum Role {
        FIXED(1),
        /** With an effect of its own in each cluster. */
        RANDOM(2),
        /** Says which cluster a row belongs to. */
        CLUSTER(-2),
        /** Fixed, with its cluster mean beside it. */
        FIXED_AND_MEAN(3),
        /** Random, with its cluster mean beside it. */
        RANDOM_AND_MEAN(4);

        private final int code;

        Role(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** The role of a code other than 0. */
        public static Role of(int code) {
            for (Role role : values()) {
                if (role.code == code) {
                    return role;
                }
            }
            throw ProblemException.usage(Problem.of("a predictor's code is " + code + ".")
                    .fix("Codes are 0 (none), 1 (fixed), 2 (random), -2 (cluster), 3 and 4 (with cluster means)."));
        }
    }

    public Predictors {
        roles = List.copyOf(roles);
        if (roles.size() != table.width()) {
            throw new IllegalArgumentException(roles.size() + " roles, but " + table.width() + " columns");
        }
        if (self.length != 0 && self.length != table.rows()) {
            throw new IllegalArgumentException(self.length + " rows of the fit, but " + table.rows() + " rows");
        }
    }

    public Predictors(Table table, List<Role> roles, int[] self) {
        this(table, roles, self, new Codings());
    }

    /** All fixed, none of the rows one of the fit's. */
    public static Predictors of(Table table) {
        return new Predictors(table, Collections.nCopies(table.width(), Role.FIXED), new int[0]);
    }

    /** No predictors, for so many rows. */
    public static Predictors none(int rows) {
        return of(Table.empty(rows));
    }

    public int rows() {
        return table.rows();
    }

    public Schema schema() {
        return table.schema();
    }

    /** Which row of the fit a row is, or -1. */
    public int self(int row) {
        return self.length == 0 ? -1 : self[row];
    }

    /** The rows at the given positions. */
    public Predictors take(int[] positions) {
        int[] same = self.length == 0
                ? self
                : Arrays.stream(positions).map(row -> self[row]).toArray();
        return new Predictors(table.take(positions), roles, same);
    }
}
