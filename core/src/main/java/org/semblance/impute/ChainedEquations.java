package org.semblance.impute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Table;

/**
 * Multiple imputation by chained equations: each incomplete column in turn is drawn given the others as they stand, round
 * and round, in several independent chains.
 *
 * <p>Start: holes are filled with draws of what is observed. One round visits the columns in order: the method learns
 * from the rows where the target is observed (and every predictor is there), and draws for the chosen cells. What is
 * observed never changes, also where imputations are asked for it ({@link Cells#all}). Chains run in parallel; the same
 * seed gives the same imputations on any number of threads.
 *
 * <p>Shapes: n rows x p columns, m sets. Cost: m x iterations x columns fits. Source: van Buuren and Groothuis-Oudshoorn
 * (2011), mice, J. Stat. Softw. 45(3), doi:10.18637/jss.v045.i03.
 */
public final class ChainedEquations {
    private ChainedEquations() {}

    /** What {@link #impute} will do otherwise than the plan asks, as far as it is known before anything is drawn. */
    public static List<Event> foreseen(Table data, Plan plan) {
        List<Event> events = new ArrayList<>(plan.events(data.schema()));
        SetUp.of(data, plan, events);
        return events;
    }

    /** @throws org.semblance.plugin.ProblemException naming everything in the plan that does not fit the table */
    public static Imputed impute(Table data, Plan plan, Run run) {
        plan.check(data);
        List<Event> events = new ArrayList<>(plan.events(data.schema()));
        Plan settled = SetUp.of(data, plan, events);
        Chain[] chains = new Chain[plan.sets()];
        try (Progress.Stage stage = run.progress().begin("impute", chains.length, "sets")) {
            AtomicInteger unfinished = new AtomicInteger(chains.length);
            run.parallel(chains.length, set -> {
                chains[set] = new Chain(data, settled, set + 1);
                // Threads that have no chain of their own help the others.
                chains[set].run(
                        run.child("impute").child(set).silent(),
                        () -> Math.max(1, run.threads() / Math.max(1, unfinished.get())));
                unfinished.decrementAndGet();
                stage.add(1);
            });
        }
        for (Chain chain : chains) {
            events.addAll(chain.events());
        }
        List<List<Column>> drawn = new ArrayList<>();
        double[][][] means = new double[data.width()][chains.length][];
        double[][][] variances = new double[data.width()][chains.length][];
        for (int c = 0; c < data.width(); c++) {
            List<Column> sets = new ArrayList<>();
            for (int set = 0; set < chains.length; set++) {
                sets.add(chains[set].drawn(c));
                means[c][set] = chains[set].means(c);
                variances[c][set] = chains[set].variances(c);
            }
            drawn.add(Collections.unmodifiableList(sets));
        }
        return new Imputed(data, settled, drawn, new Trace(data.schema().names(), means, variances), events);
    }
}
