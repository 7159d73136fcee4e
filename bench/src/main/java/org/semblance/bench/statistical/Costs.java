package org.semblance.bench.statistical;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.semblance.impute.Cells;
import org.semblance.impute.ChainedEquations;
import org.semblance.impute.Plan;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Table;

/** What something costs: seconds on the clock and of the processor (all threads, compilation of the JVM among them). */
record Costs(double wall, double processor) {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Something that takes time. */
    interface Work {
        void run() throws Exception;
    }

    static Costs of(Work work) throws Exception {
        double before = MACHINE.getProcessCpuTime() / 1e9;
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e9;
        return new Costs(wall, MACHINE.getProcessCpuTime() / 1e9 - before);
    }

    String words() {
        return String.format(Locale.ROOT, "%.2f s (processor %.2f s)", wall, processor);
    }

    /** A synthesizer learns a table and draws as many rows. */
    static Costs synthesis(String synthesizer, Table real, Run run) throws Exception {
        return of(() -> {
            var model = Synthesizers.ALL.find(synthesizer).make(Map.of()).fit(real, run.child("fit"));
            model.sample(real.rows(), run.child("sample")).toTable(run);
        });
    }

    static Costs imputation(Table data, Plan plan, Run run) throws Exception {
        return of(() -> ChainedEquations.impute(data, plan, run));
    }

    /** One set and one iteration of one method for one column; {@code default} for what it gets without one. */
    static Plan once(Table data, int column, String method) {
        Plan plan = Plan.of(data, Cells.missing(data), Set.of(), Plan.Defaults.MICE);
        return (method.equals("default") ? plan : plan.method(column, method, Map.of()))
                .sets(1)
                .iterations(1);
    }

    /** As mice's multilevel methods want it: the first column says the cluster, all others have effects of their own. */
    static Plan multilevel(Table data, String method, int sets, int iterations) {
        int[][] codes = new int[data.width()][data.width()];
        codes[1] = new int[] {-2, 0, 2, 2};
        return Plan.of(data, Cells.missing(data), Set.of(), Plan.Defaults.MICE)
                .method(1, method, Map.of())
                .predictors(codes)
                .sets(sets)
                .iterations(iterations);
    }
}
