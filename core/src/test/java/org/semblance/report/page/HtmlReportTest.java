package org.semblance.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.random.Rng;
import org.semblance.report.Judged;
import org.semblance.report.Judgements;
import org.semblance.report.Report;
import org.semblance.report.ReportJson;
import org.semblance.report.Subject;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlReportTest {
    private static final String HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>&\u202Eevil";

    private static Report report(int threads) {
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        return Judgements.report(Judgements.table(900, 1), Judgements.table(900, 2), Judgements.table(450, 3), run);
    }

    /** The page as a tree: every element closed, every sign escaped, or this fails. */
    private static Document parsed(String page) throws Exception {
        String script = "(?s)<script>.*?</script>";
        assertThat(page).startsWith("<!doctype html>\n<html lang=\"en\">");
        String xml = page.replaceFirst("<!doctype html>", "")
                .replaceAll(script, "")
                .replaceAll("(?s)<style>.*?</style>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        List<Element> out = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            out.add((Element) found.item(i));
        }
        return out;
    }

    /** The ends of the axis are not those of an interval; and a sentence within a sentence has one full stop. */
    @Test
    void aChartNamesItsAxis() {
        String gaps = chart(Figures.of("Gaps", "difference", "low", "high").row("a", 0.01, -0.02, 0.05));
        assertThat(gaps)
                .contains("Square: difference; line through it: its 95 % interval.")
                .contains("The axis runs from -0.020 on the left to 0.080 on the right.")
                .contains("Upright line: 0, no difference.");
        assertThat(chart(Figures.of("Attacks", "AUC", "low", "high").row("a", 0.51, 0.50, 0.55)))
                .contains("Upright line: 0.5, tossing a coin.");
        assertThat(chart(Figures.of("Attacks", "attack", "low", "high", "control")
                        .row("a", 0.51, 0.50, 0.55, 0.4)))
                .contains("never seen (control)", "The axis runs from 0", "to 0.550 on the right.")
                .doesNotContain("Upright line");
        Score unknown = new Score("usefulness", Double.NaN, Map.of()).note("It could not be predicted.");
        Finding finding =
                new Finding("prediction", new About(About.Aspect.USEFUL, About.Better.HIGHER, "d", "s"), unknown, null);
        Table table = Judgements.table(60, 1);
        assertThat(HtmlReport.text(Judgements.report(table, Judgements.table(60, 2), List.of(finding))))
                .contains("It could not be predicted.")
                .doesNotContain("predicted..");
    }

    private static String chart(Figures.Builder figures) {
        Html html = new Html();
        IntervalChart.write(html, figures.build());
        return html.toString();
    }

    @Test
    void theSectionsStandInTheirOrder() throws Exception {
        String page = HtmlReport.text(report(1));
        assertThat(elements(parsed(page), "section").stream()
                        .map(section -> section.getAttribute("id"))
                        .filter(id -> !id.isEmpty()))
                .containsExactly(
                        "verdict", "columns", "pairs", "alike", "valid", "useful", "private", "fair", "changes",
                        "repeat", "method");
        assertThat(page.indexOf("In short")).isLessThan(page.indexOf("Good enough for"));
        assertThat(page)
                .contains("semblance run x.csv", "version: 1", "a note", "id: made anew", "2 labels", "seed 42");
        assertThat(page).contains("no membership attack was tried", "Membership: whether an attacker");
    }

    @Test
    void equalReportsAreEqualBytesOnAnyNumberOfThreads() {
        assertThat(HtmlReport.text(report(3))).isEqualTo(HtmlReport.text(report(1)));
    }

    @Test
    void nothingIsFetchedAndEveryLinkLeadsSomewhere() throws Exception {
        String text = HtmlReport.text(report(1));
        Document page = parsed(text);
        Set<String> ids = new HashSet<>();
        List<Element> all = elements(page, "*");
        for (Element element : all) {
            String id = element.getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as("id %s once", id).isTrue();
        }
        for (Element element : all) {
            assertThat(element.getAttribute("src")).matches("|data:image/png;base64,.*");
            assertThat(element.getAttribute("style")).isEmpty();
            String address = element.getAttribute("href");
            boolean inside = address.startsWith("#") && ids.contains(address.substring(1));
            boolean cited = address.startsWith("https://doi.org/10.") || address.startsWith("https://arxiv.org/abs/");
            assertThat(address.isEmpty() || inside || cited).as(address).isTrue();
        }
        assertThat(text).contains("default-src &#39;none&#39;").doesNotContain("@import", "url(", "<link", "<iframe");
        assertThat(text.split("<script>")).hasSize(2);
        assertThat(text.substring(text.indexOf("<script>"), text.indexOf("</script>"))
                        .lines())
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void everyDrawingIsToldInWordsAndNumbers() throws Exception {
        Document page = parsed(HtmlReport.text(report(1)));
        List<Element> drawings = elements(page, "svg").stream()
                .filter(svg -> svg.getAttribute("aria-hidden").isEmpty())
                .toList();
        assertThat(drawings).isNotEmpty().allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).isNotEmpty();
        });
        assertThat(elements(page, "details").stream()
                        .filter(one -> one.getAttribute("class").equals("col")))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.getElementsByTagName("table").getLength())
                        .isEqualTo(1));
    }

    @Test
    void hostileNamesAreOnlyText() throws Exception {
        Field number = Field.of(HOSTILE, Kind.WHOLE);
        Field label = Field.of(HOSTILE + "2", Kind.CATEGORY);
        double[] values = new double[200];
        String[] labels = new String[200];
        for (int i = 0; i < 200; i++) {
            values[i] = i;
            labels[i] = i % 2 == 0 ? HOSTILE : "]]>--><b>";
        }
        Table table = Table.of(Schema.of(number, label), List.of(NumberColumn.of(values), CodeColumn.of(labels)));
        String text = HtmlReport.text(Judgements.report(table, table, table, Run.of(1)));
        assertThat(text.split("<script>")).hasSize(2);
        assertThat(text).doesNotContain("<img", "\u202E", "<b>]]").contains("&lt;script&gt;alert(&#39;x&#39;)");
        assertThat(elements(parsed(text), "b"))
                .anySatisfy(name -> assertThat(name.getTextContent()).isEqualTo(HOSTILE.replace('\u202E', '\uFFFD')));
    }

    @Test
    void aTextInAColumnOfLabelsIsCutOff() throws Exception {
        String label = "long ".repeat(1000);
        String[] labels = new String[200];
        for (int i = 0; i < 200; i++) {
            labels[i] = i % 2 == 0 ? label : "short";
        }
        Schema schema = Schema.of(Field.of("a", Kind.CATEGORY), Field.of("b", Kind.CATEGORY));
        CodeColumn column = CodeColumn.of(labels);
        Table table = Table.of(schema, List.of(column, column));
        String text = HtmlReport.text(Judgements.report(table, table, table, Run.of(1)));
        parsed(text);
        assertThat(text).contains("long long").doesNotContain("long ".repeat(20));
    }

    @Test
    void withoutHeldBackRowsNoTextSpeaksOfAny() {
        Table real = Judgements.table(400, 1);
        String page = HtmlReport.text(Judgements.report(real, Judgements.table(400, 2), null, Run.of(1)));
        assertThat(page)
                .contains(
                        "No real rows were held back", "below a perfect score", "so they were tested on real rows that")
                .doesNotContain(
                        "below fresh real rows",
                        "in brackets, where rows were held back",
                        "tested on real rows that neither has seen",
                        "they are put in the place of the synthetic ones");
    }

    @Test
    void everySyntheticFileIsNamed() {
        Table real = Judgements.table(400, 1);
        Subject first = Judgements.subject("first.csv", real);
        Subject subject = new Subject(
                "1.2.3",
                first.real(),
                new Judged.Given(
                        new Subject.Source("one.csv", "aaaaaaaaaaaaaaaa", 400, 4),
                        List.of(
                                new Subject.Source("two.csv", "bbbbbbbbbbbbbbbb", 401, 4),
                                new Subject.Source("three.csv", "cccccccccccccccc", 402, 4))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                first.repeat());
        Report made = Judgements.report(real, real, null, Run.of(1));
        Report given = new Report(
                subject,
                made.findings(),
                made.lines(),
                made.cards(),
                made.verdict(),
                made.uses(),
                made.columns(),
                made.pairs(),
                made.worstPairs());
        assertThat(HtmlReport.text(given))
                .contains("one.csv: synthetic data for first.csv", "two.csv, 401 rows", "three.csv, 402 rows");
        assertThat(ReportJson.node(given).toString()).contains("two.csv", "three.csv");
    }

    @Test
    void noValueOfASingleRowIsShown() {
        Table fresh = Judgements.table(400, 3);
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            for (int c = 0; c < 4; c++) {
                Object cell = fresh.cell(i, c);
                cells.add(cell == null ? 50 : cell);
            }
        }
        cells.set(0, 987_654);
        cells.set(4, -123_457);
        cells.set(1, "Only One");
        for (int i = 10; i < 19; i++) {
            cells.set(4 * i + 1, "Only Nine");
        }
        Table real = Table.of("size:whole, class:category, sold:flag, day:date", cells.toArray());
        String page = HtmlReport.text(Judgements.report(real, real, fresh, Run.of(1)));
        assertThat(page).doesNotContain("987654", "987,654", "123457", "123,457", "Only One", "Only Nine");
        assertThat(page).contains("middle");
    }

    @Test
    void anyFindingIsShown() throws Exception {
        About about = new About(About.Aspect.FAIR, About.Better.FRESH, "Some definition.", "Some source.");
        Figures figures = Figures.of("Some groups", "rate", "other", "rows")
                .row("g<1>", 0.25, Double.NaN, 4000)
                .row("g2", 1, 1, 12)
                .build();
        Score score = new Score(
                "some-metric", 3.25, new Interval(3, 3.5), Map.of("a part", 1.5), List.of(figures), "A note.");
        Table table = Judgements.table(40, 1);
        String page =
                HtmlReport.text(Judgements.report(table, table, List.of(new Finding("some-name", about, score, null))));
        parsed(page);
        assertThat(page)
                .contains(
                        "some name",
                        "3.250",
                        "3.000 to 3.500",
                        "a part",
                        "Some groups",
                        "g&lt;1&gt;",
                        "<td>0.250</td><td>-</td><td>4,000</td>",
                        "<td>1.000</td><td>1.000</td><td>12</td>",
                        "A note.",
                        "Some definition.",
                        "Some source.",
                        "gone: not asked for");
    }

    @Test
    void nothingAtAllIsAPageToo() throws Exception {
        Table empty = Table.of("a:whole, b:category");
        Table keys = Table.of("id:key", "a", "b");
        for (Table table : List.of(empty, keys)) {
            Report measured = Judgements.report(table, table, null, Run.of(1));
            parsed(HtmlReport.text(measured));
            parsed(HtmlReport.text(Judgements.report(table, table, List.of())));
        }
    }

    /** So many columns of numbers and labels in turn, with a score for every pair. */
    private static Report wide(int columns) {
        Rng rng = Rng.of(7);
        List<Field> fields = new ArrayList<>();
        List<org.semblance.table.Column> data = new ArrayList<>();
        Map<String, Double> shapes = new LinkedHashMap<>();
        Map<String, Double> pairs = new LinkedHashMap<>();
        for (int c = 0; c < columns; c++) {
            String name = "measurement_of_something_" + c;
            fields.add(Field.of(name, c % 2 == 0 ? Kind.DECIMAL : Kind.CATEGORY));
            double[] numbers = new double[1000];
            String[] labels = new String[1000];
            for (int i = 0; i < 1000; i++) {
                numbers[i] = rng.nextGaussian();
                labels[i] = "category number " + rng.nextInt(20);
            }
            data.add(c % 2 == 0 ? NumberColumn.of(numbers) : CodeColumn.of(labels));
            shapes.put(name, rng.nextDouble());
            for (int b = 0; b < c; b++) {
                pairs.put("measurement_of_something_" + b + " x " + name, rng.nextDouble());
            }
        }
        Table table = Table.of(new Schema(fields), data);
        About about = new About(About.Aspect.ALIKE, About.Better.HIGHER, "", "");
        return Judgements.report(
                table,
                table,
                List.of(
                        new Finding("columns", about, Score.mean("column-shapes", shapes), null),
                        new Finding("pairs", about, Score.mean("pair-trends", pairs), null)));
    }

    @Test
    void thePageStaysSmall() throws Exception {
        String hundred = HtmlReport.text(wide(100));
        parsed(hundred);
        assertThat(hundred.length()).isLessThan(1_000_000);
        String many = HtmlReport.text(wide(500));
        assertThat(many.length()).isLessThan(1_100_000);
        assertThat(many)
                .contains("350 more columns, closer than those above, without drawings", "data:image/png;base64,");
    }
}
