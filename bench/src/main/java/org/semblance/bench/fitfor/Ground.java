package org.semblance.bench.fitfor;

import java.util.stream.IntStream;
import org.semblance.table.Table;

/** The parts of a subject in one coding: what works stand on. */
final class Ground {
    final Subject subject;
    final Coded whole;
    final Coded learn;
    final Coded judge;
    final int target;
    private final Coded.Key key;

    Ground(Subject subject) {
        this.subject = subject;
        key = new Coded.Key(subject.whole());
        whole = code(subject.whole());
        learn = code(subject.learn());
        judge = code(subject.judge());
        target = subject.whole().schema().index(subject.question().target());
    }

    Coded code(Table table) {
        return key.code(table);
    }

    /**
     * The standard error of an area under the curve of so many members and others if it is one half (Mann and Whitney
     * 1947, doi:10.1214/aoms/1177730491).
     */
    static double chance(double members, double others) {
        return Math.sqrt((members + others + 1) / (12 * members * others));
    }

    /** All columns but one. */
    int[] others(int column) {
        return IntStream.range(0, whole.width()).filter(c -> c != column).toArray();
    }
}
