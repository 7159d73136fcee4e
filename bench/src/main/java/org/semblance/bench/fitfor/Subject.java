package org.semblance.bench.fitfor;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.evaluate.Question;
import org.semblance.random.Rng;
import org.semblance.table.Table;

/**
 * A real table, dealt out at random in four parts that share no row.
 *
 * @param question what its user asks of an evaluation
 * @param whole all rows
 * @param learn what synthesizers see: at most 3,000 rows
 * @param holdout real rows beside which the measures stand: at most 1,000
 * @param fresh real rows that stand in for what a perfect synthesizer makes: at most as many as {@code learn}
 * @param judge real rows on which works are judged: at most 6,000
 */
record Subject(String name, Question question, Table whole, Table learn, Table holdout, Table fresh, Table judge) {
    private static final int LEARN = 3_000;
    private static final int HOLDOUT = 1_000;
    private static final int JUDGE = 6_000;

    static Subject of(Listed listed, Table whole, Rng rng) {
        int rows = whole.rows();
        int[] order = IntStream.range(0, rows).toArray();
        rng.shuffle(order);
        int learn = Math.min(LEARN, rows * 4 / 10);
        int holdout = Math.min(HOLDOUT, rows * 2 / 10);
        int fresh = Math.min(learn, rows * 2 / 10);
        int judged = Math.min(rows, learn + holdout + fresh + JUDGE);
        return new Subject(
                listed.name(),
                listed.question(),
                whole,
                part(whole, order, 0, learn),
                part(whole, order, learn, learn + holdout),
                part(whole, order, learn + holdout, learn + holdout + fresh),
                part(whole, order, learn + holdout + fresh, judged));
    }

    private static Table part(Table whole, int[] order, int from, int to) {
        return whole.take(Arrays.copyOfRange(order, from, to)).compact();
    }
}
