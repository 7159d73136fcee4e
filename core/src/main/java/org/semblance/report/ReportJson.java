package org.semblance.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.privacy.PrivacyScope;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * report.json: a {@link Report} for machines. Equal runs give equal bytes: no time and no path is in it. A measure
 * that could not be taken is {@code null}.
 */
public final class ReportJson {
    /** Of the format; a reader of version 2 finds everything it knows in every later 2. */
    public static final int VERSION = 2;

    /** Parts kept of one measure: a table of 500 columns has 124,750 pairs, and the worst are the ones read. */
    private static final int PARTS = 1000;

    private ReportJson() {}

    /** The file's text. */
    public static String text(Report report) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node(report)) + "\n";
    }

    public static ObjectNode node(Report report) {
        Subject subject = report.subject();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", "semblance-report").put("version", VERSION).put("semblance", subject.version());
        source(root.putObject("source"), subject.real());
        judged(root, subject.judged());
        Findings.Sizes sizes = report.findings().rows();
        root.putObject("rows")
                .put("training", sizes.real())
                .put("holdout", sizes.holdout())
                .put("synthetic", sizes.synthetic());
        question(root.putObject("question"), report.findings().question());
        ObjectNode verdict =
                root.putObject("verdict").put("level", report.verdict().level().word());
        texts(verdict.putArray("sentences"), report.verdict().sentences());
        uses(root, report);
        root.put("readings", Scale.VERSION);
        ObjectNode scores = root.putObject("scores");
        report.lines().forEach(line -> scores.set(line.name(), score(line)));
        columns(root.putObject("columns"), report);
        pairs(root.putArray("worstPairs"), report);
        texts(root.putArray("notMeasured"), report.findings().notMeasured());
        texts(
                root.putArray("notTested"),
                PrivacyScope.notTested(
                        report.lines().stream().map(ScoreLine::name).toList()));
        ArrayNode notes = root.putArray("notes");
        texts(notes, subject.notes());
        texts(notes, report.findings().notes());
        texts(root.putArray("contents"), subject.contents());
        texts(root.putArray("changes"), subject.changes());
        root.put("command", subject.repeat().command());
        return root;
    }

    private static void source(ObjectNode node, Subject.Source source) {
        node.put("name", source.name())
                .put("sha256", source.sha256())
                .put("rows", source.rows())
                .put("columns", source.columns());
    }

    private static void judged(ObjectNode root, Judged judged) {
        if (judged instanceof Judged.Given given) {
            source(root.putObject("given"), given.file());
            if (!given.others().isEmpty()) {
                ArrayNode others = root.putArray("others");
                given.others().forEach(other -> source(others.addObject(), other));
            }
        } else if (judged instanceof Judged.Made made) {
            ObjectNode node = root.putObject("made");
            node.put("synthesizer", made.synthesizer());
            node.set("options", options(made.options()));
            if (!made.chosen().isEmpty()) {
                node.put("chosen", made.chosen());
            }
            node.put("guarded", made.guarded()).put("seed", made.seed());
        }
    }

    private static void question(ObjectNode node, Question question) {
        node.put("target", question.target()).put("model", question.model());
        texts(node.putArray("sensitive"), question.sensitive());
        texts(node.putArray("keys"), question.keys());
        node.put("exact", question.exact());
    }

    private static void uses(ObjectNode root, Report report) {
        ObjectNode uses = root.putObject("fitFor").put("thresholds", Threshold.VERSION);
        for (FitFor one : report.uses()) {
            uses.putObject(name(one.use())).put("answer", name(one.answer())).put("reason", one.reason());
        }
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode score(ScoreLine line) {
        Score synthetic = line.finding().synthetic();
        Score beside = line.finding().fresh();
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("metric", line.metric()).put("aspect", line.aspect().word());
        number(one, "synthetic", line.value());
        interval(one, "interval", synthetic.interval());
        number(one, "fresh", line.fresh());
        interval(one, "freshInterval", beside == null ? Interval.NONE : beside.interval());
        one.put("level", line.reading().level().word())
                .put("reading", line.reading().words());
        if (!synthetic.note().isEmpty()) {
            one.put("note", synthetic.note());
        }
        parts(one, synthetic.parts(), beside, line);
        synthetic.figures().forEach(figures -> figures(one, figures));
        one.put("definition", line.finding().about().definition())
                .put("citation", line.finding().about().source());
        return one;
    }

    /** The worst first where parts can be ordered so; else all in the metric's order. */
    private static void parts(ObjectNode one, Map<String, Double> all, @Nullable Score beside, ScoreLine line) {
        ArrayNode parts = one.putArray("parts");
        if (line.parts().isEmpty()) {
            Map<String, Double> fresh = beside == null ? Map.of() : beside.parts();
            all.forEach((name, value) -> part(parts, name, value, fresh.getOrDefault(name, Double.NaN)));
            return;
        }
        line.parts().stream().limit(PARTS).forEach(part -> part(parts, part.name(), part.synthetic(), part.fresh()));
        if (line.parts().size() > PARTS) {
            one.put("partsLeftOut", line.parts().size() - PARTS);
        }
    }

    private static void part(ArrayNode parts, String name, double synthetic, double fresh) {
        ObjectNode node = parts.addObject().put("name", name);
        number(node, "synthetic", synthetic);
        number(node, "fresh", fresh);
    }

    private static void figures(ObjectNode one, Figures figures) {
        ObjectNode table = one.withArray("figures").addObject().put("title", figures.title());
        texts(table.putArray("columns"), figures.columns());
        ArrayNode rows = table.putArray("rows");
        for (Figures.Row row : figures.rows()) {
            ArrayNode values = rows.addObject().put("name", row.name()).putArray("values");
            row.values().forEach(value -> add(values, value));
        }
    }

    private static void columns(ObjectNode node, Report report) {
        Map<String, ColumnLine> lines = new TreeMap<>();
        report.subject().columns().forEach(line -> lines.put(line.name(), line));
        for (ColumnView view : report.columns()) {
            ObjectNode one = node.putObject(view.name()).put("kind", view.kind());
            ColumnLine line = lines.get(view.name());
            if (line != null) {
                one.put("why", line.why());
                texts(one.putArray("warnings"), line.warnings());
            }
            if (view.shape() == ColumnView.Shape.NONE) {
                continue;
            }
            number(one, "score", view.score());
            number(one, "fresh", view.fresh());
            one.put("reading", view.reading());
            bars(one.putObject("bars"), view.bars());
            ColumnView.Bar missing = view.missing();
            if (missing != null) {
                bars(one.putObject("missing"), List.of(missing));
            }
        }
    }

    /** Shares of the rows that have a value, bar by bar; null where fewer than 10 real rows have it. */
    private static void bars(ObjectNode node, List<ColumnView.Bar> bars) {
        texts(node.putArray("labels"), bars.stream().map(ColumnView.Bar::label).toList());
        ArrayNode real = node.putArray("real");
        bars.forEach(bar -> add(real, rounded(bar.real())));
        ArrayNode synthetic = node.putArray("synthetic");
        bars.forEach(bar -> add(synthetic, rounded(bar.synthetic())));
    }

    private static void pairs(ArrayNode pairs, Report report) {
        for (PairView view : report.worstPairs()) {
            ObjectNode one = pairs.addObject().put("first", view.first()).put("second", view.second());
            number(one, "score", view.score());
            number(one, "fresh", view.fresh());
            one.put("reading", view.reading());
        }
    }

    /** To a thousandth of a percent: enough to draw, and short. */
    private static double rounded(double share) {
        return Math.rint(share * 1e5) / 1e5;
    }

    private static void interval(ObjectNode node, String name, Interval interval) {
        if (interval.known()) {
            ArrayNode ends = node.putArray(name);
            add(ends, interval.low());
            add(ends, interval.high());
        }
    }

    private static void add(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else {
            array.addNull();
        }
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static ObjectNode options(Map<String, Object> options) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        options.forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                node.put(name, flag);
            } else if (value instanceof Integer || value instanceof Long) {
                node.put(name, ((Number) value).longValue());
            } else if (value instanceof Number number) {
                node.put(name, number.doubleValue());
            } else if (value instanceof Map<?, ?> map) {
                node.putPOJO(name, map);
            } else if (value instanceof Collection<?> list) {
                texts(node.putArray(name), list.stream().map(String::valueOf).toList());
            } else {
                node.put(name, String.valueOf(value));
            }
        });
        return node;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
