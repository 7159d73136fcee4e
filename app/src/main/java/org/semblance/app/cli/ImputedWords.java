package org.semblance.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.semblance.impute.EqualCovariances;
import org.semblance.impute.Event;
import org.semblance.impute.Imputed;
import org.semblance.impute.MissingData;
import org.semblance.impute.MissingTests;
import org.semblance.impute.Plan;
import org.semblance.impute.RandomlyMissing;
import org.semblance.impute.Trace;
import org.semblance.random.Rng;
import org.semblance.report.Shown;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an imputation found and did, for a terminal and as JSON: names of columns and counts, no cells. */
final class ImputedWords {
    private static final int SHOWN = 30;
    private static final int EVENTS = 10;

    private ImputedWords() {}

    /** The incomplete columns and how they will be drawn. */
    static List<String> holes(MissingData missing, Plan plan, Table data) {
        Schema schema = data.schema();
        List<String> out = new ArrayList<>();
        int more = 0;
        for (int c = 0; c < schema.size(); c++) {
            if (missing.missing(c) == 0) {
                continue;
            }
            if (out.size() == SHOWN) {
                more++;
                continue;
            }
            String method = plan.methods().get(c);
            String left = schema.field(c).kind().modelled()
                    ? "left as it is"
                    : "left as it is: a column of " + schema.field(c).kind().words() + " is not imputed";
            double share = missing.missing(c) / (double) Math.max(1, missing.rows());
            out.add("  " + schema.field(c).name() + "    " + Shown.count(missing.missing(c)) + " missing ("
                    + Shown.percent(share) + "), " + (method.isEmpty() ? left : method));
        }
        if (more > 0) {
            out.add("  and " + more + " more columns");
        }
        if (out.isEmpty()) {
            out.add("  ! nothing is missing");
        }
        return out;
    }

    /** What was done otherwise than asked, each once. */
    static List<String> events(List<Event> events) {
        List<String> lines = Event.lines(events);
        List<String> out = new ArrayList<>();
        lines.stream().limit(EVENTS).forEach(line -> out.add("  ! " + line));
        if (lines.size() > EVENTS) {
            out.add("  ! and " + (lines.size() - EVENTS) + " more: see the report");
        }
        return out;
    }

    /** Tests of the data: the same for page and JSON. */
    static MissingTests tests(Imputed imputed, long seed) {
        return MissingTests.of(imputed.data(), Rng.of(seed).child("equal covariances"));
    }

    static String json(Imputed imputed, long seed, MissingTests tests) {
        Schema schema = imputed.data().schema();
        MissingData missing = MissingData.of(imputed.data());
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("rows", imputed.data().rows()).put("sets", imputed.sets());
        out.put("iterations", imputed.plan().iterations()).put("seed", seed);
        for (int c = 0; c < schema.size(); c++) {
            ObjectNode column = out.withArray("columns").addObject();
            column.put("name", schema.field(c).name()).put("missing", missing.missing(c));
            column.put("influx", missing.influx(c)).put("outflux", missing.outflux(c));
            column.put("method", imputed.plan().methods().get(c));
            if (imputed.drawn().get(c).get(0).size() > 0) {
                last(
                        column,
                        "scale_reduction",
                        Trace.scaleReduction(imputed.trace().means()[c]));
                last(
                        column,
                        "autocorrelation",
                        Trace.autocorrelation(imputed.trace().means()[c]));
            }
        }
        RandomlyMissing random = tests.means();
        if (random != null) {
            ObjectNode test = out.putObject("missing_completely_at_random");
            test.put("statistic", random.statistic()).put("freedom", random.freedom());
            test.put("p", random.p()).put("patterns", random.patterns());
        }
        EqualCovariances equal = tests.covariances();
        if (equal != null) {
            ObjectNode test = out.putObject("equal_covariances");
            test.put("statistic", equal.statistic()).put("freedom", equal.freedom());
            test.put("p", equal.p()).put("rank_statistic", equal.rankStatistic());
            test.put("rank_p", equal.rankP()).put("patterns", equal.patterns());
        }
        out.putArray("events");
        for (Event event : imputed.events()) {
            ObjectNode one = out.withArray("events").addObject();
            one.put("set", event.set()).put("iteration", event.iteration()).put("column", event.column());
            one.put("method", event.method()).put("words", event.words());
        }
        return Reports.text(out);
    }

    private static void last(ObjectNode out, String name, double[] values) {
        double value = values.length == 0 ? Double.NaN : values[values.length - 1];
        if (Double.isFinite(value)) {
            out.put(name, value);
        }
    }
}
