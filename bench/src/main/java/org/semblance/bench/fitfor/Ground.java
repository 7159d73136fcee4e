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

    /** What chance does to an area under the curve that is measured on the judging rows: one standard error. */
    double chance() {
        return Math.sqrt(1 / (6.0 * judge.rows()));
    }

    /** All columns but one. */
    int[] others(int column) {
        return IntStream.range(0, whole.width()).filter(c -> c != column).toArray();
    }
}
