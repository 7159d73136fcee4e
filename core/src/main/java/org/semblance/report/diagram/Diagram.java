package org.semblance.report.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.prepare.relations.Detected;
import org.semblance.prepare.relations.Reference;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * Tables as boxes with their keys, and foreign keys as lines between them with how many children a parent has. Parents
 * stand left of their children; of tables in a circle the first stands left.
 */
public final class Diagram {
    private final List<Box> boxes;
    private final List<Arrow> arrows;

    /**
     * A foreign key between two boxes.
     *
     * @param parent its position
     * @param many whether a parent may have several children
     * @param children how many a parent has: "0..n"
     * @param optional whether a child may have none
     */
    record Arrow(int parent, int child, Relationship relationship, String children, boolean optional) {
        boolean toItself() {
            return parent == child;
        }
    }

    private Diagram(List<Box> boxes, List<Arrow> arrows) {
        this.boxes = List.copyOf(boxes);
        this.arrows = List.copyOf(arrows);
    }

    public static Diagram of(Detected detected) {
        Database database = detected.database();
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<Box> boxes = new ArrayList<>();
        database.tables().forEach((name, table) -> {
            positions.put(name, boxes.size());
            boxes.add(box(database, name, table));
        });
        List<Arrow> arrows = new ArrayList<>();
        for (Reference reference : detected.references()) {
            Relationship r = reference.relationship();
            arrows.add(new Arrow(
                    positions.getOrDefault(r.parent(), 0),
                    positions.getOrDefault(r.child(), 0),
                    r,
                    reference.counted().children(),
                    reference.counted().missing() > 0));
        }
        return new Diagram(boxes, arrows);
    }

    private static Box box(Database database, String name, Table table) {
        List<String> primary = database.keys().getOrDefault(name, List.of());
        Map<String, Box.Line> lines = new LinkedHashMap<>();
        for (String column : primary) {
            lines.put(column, new Box.Line(column, true, false));
        }
        for (Relationship relationship : database.above(name)) {
            for (String column : relationship.foreignKey()) {
                lines.put(column, new Box.Line(column, primary.contains(column), true));
            }
        }
        return new Box(name, table.rows(), List.copyOf(lines.values()), table.width() - lines.size());
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Arrow> arrows() {
        return arrows;
    }
}
