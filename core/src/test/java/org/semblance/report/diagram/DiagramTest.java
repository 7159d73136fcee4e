package org.semblance.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.prepare.relations.Detected;
import org.semblance.prepare.relations.Detection;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Declared;
import org.semblance.table.Relationship;
import org.semblance.table.Table;
import org.xml.sax.InputSource;

class DiagramTest {
    private static Table table(int rows, String header, Object... cells) {
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add("k" + i);
            all.addAll(List.of(cells));
        }
        return Table.of(header, all.toArray());
    }

    private static Diagram clinic() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("staff", table(3, "id:key, boss:identifier, <odd>:category", "k0", "x"));
        tables.put("patients", table(30, "id:key, age:whole", 3));
        tables.put("visits", table(40, "id:key, patient:identifier, staff:identifier", "k0", "k1"));
        tables.put("notes", table(2, "id:key"));
        Detected detected = Detection.of(
                tables,
                new Declared(
                        Map.of(),
                        List.of(
                                Relationship.of("staff", "id", "staff", "boss"),
                                Relationship.of("patients", "id", "visits", "patient"),
                                Relationship.of("staff", "id", "visits", "staff")),
                        List.of()),
                Run.of(1));
        return Diagram.of(detected);
    }

    @Test
    void inWordsEveryTableStandsBelowTheFirstItPointsAt() {
        assertThat(DiagramText.of(clinic()))
                .containsExactly(
                        "staff  3 rows  key id  boss -> itself (0..n)",
                        "patients  30 rows  key id",
                        "\u2514\u2500 visits  40 rows  key id  0..n for each patient; staff -> staff (0..n)",
                        "notes  2 rows  key id");
    }

    @Test
    void theDrawingIsAFileOfItsOwnAndNamesAreNoMarkup() throws Exception {
        String svg = DiagramSvg.file(clinic());

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).contains("visits.patient -&gt; patients.id").doesNotContain("<odd>");
        assertThat(svg).isEqualTo(DiagramSvg.file(clinic()));
    }

    /** Trees, circles and shared parents at random: 12 tables with up to 3 foreign keys each. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void boxesAndPassingLinesOfAColumnDoNotOverlap(long seed) {
        Rng rng = Rng.of(seed);
        Map<String, Table> tables = new LinkedHashMap<>();
        List<Relationship> relationships = new ArrayList<>();
        for (int t = 0; t < 12; t++) {
            int keys = rng.nextInt(4);
            StringBuilder header = new StringBuilder("id:key");
            List<Object> cells = new ArrayList<>();
            for (int k = 0; k < keys; k++) {
                header.append(", f").append(k).append(":identifier");
                cells.add("k0");
                relationships.add(Relationship.of("t" + rng.nextInt(12), "id", "t" + t, "f" + k));
            }
            tables.put("t" + t, table(2, header.toString(), cells.toArray()));
        }
        Diagram diagram = Diagram.of(Detection.of(tables, new Declared(Map.of(), relationships, List.of()), Run.of(1)));

        Layers layers = new Layers(diagram);
        Placing placing = new Placing(layers);

        int boxes = 0;
        for (List<Layers.Node> column : layers.columns()) {
            for (int i = 0; i < column.size(); i++) {
                boxes += column.get(i).box == null ? 0 : 1;
                if (i > 0) {
                    double end = column.get(i - 1).y + column.get(i - 1).height();
                    assertThat(column.get(i).y).isGreaterThanOrEqualTo(end + Placing.GAP - 1e-6);
                }
                assertThat(column.get(i).y).isBetween(Placing.MARGIN - 1e-6, placing.height);
            }
        }
        assertThat(boxes).isEqualTo(12);
        for (Diagram.Arrow arrow : diagram.arrows()) {
            List<Layers.Node> path = layers.path(arrow);
            assertThat(path.size() >= 2 || arrow.toItself()).isTrue();
            for (int i = 1; i < path.size(); i++) {
                assertThat(path.get(i).layer).isEqualTo(path.get(i - 1).layer + 1);
            }
        }
    }
}
