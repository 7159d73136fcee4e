package org.semblance.report.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@link Diagram} in words, for a terminal: each table below the first parent that it points at, the other foreign keys
 * beside it.
 *
 * <pre>
 * patients  3,000 rows  key patient_id
 * └─ visits  9,028 rows  key visit_id  1..n for each patient_id
 *    └─ lab_results  22,120 rows  key result_id  0..n for each visit_id; patient_id -> patients
 * </pre>
 */
public final class DiagramText {
    private final Diagram diagram;
    private final Set<Integer> told = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private DiagramText(Diagram diagram) {
        this.diagram = diagram;
    }

    public static List<String> of(Diagram diagram) {
        DiagramText text = new DiagramText(diagram);
        for (int b = 0; b < diagram.boxes().size(); b++) {
            if (text.owner(b) == null) {
                text.tell(b, "", "");
            }
        }
        // Tables in a circle have no first one.
        for (int b = 0; b < diagram.boxes().size(); b++) {
            text.tell(b, "", "");
        }
        return text.lines;
    }

    private Diagram.@org.jspecify.annotations.Nullable Arrow owner(int box) {
        return diagram.arrows().stream()
                .filter(arrow -> arrow.child() == box && !arrow.toItself())
                .findFirst()
                .orElse(null);
    }

    private void tell(int box, String branch, String below) {
        if (!told.add(box)) {
            return;
        }
        lines.add(branch + line(box));
        List<Integer> children = diagram.arrows().stream()
                .filter(arrow -> arrow.equals(owner(arrow.child())) && arrow.parent() == box)
                .map(Diagram.Arrow::child)
                .filter(child -> !told.contains(child))
                .distinct()
                .toList();
        for (int i = 0; i < children.size(); i++) {
            boolean last = i + 1 == children.size();
            tell(
                    children.get(i),
                    below + (last ? "\u2514\u2500 " : "\u251c\u2500 "),
                    below + (last ? "   " : "\u2502  "));
        }
    }

    private String line(int position) {
        Box box = diagram.boxes().get(position);
        StringBuilder out = new StringBuilder(box.name());
        out.append(String.format(Locale.ROOT, "  %,d %s", box.rows(), box.rows() == 1 ? "row" : "rows"));
        String key = box.lines().stream()
                .filter(Box.Line::primary)
                .map(Box.Line::column)
                .collect(Collectors.joining(" + "));
        out.append(key.isEmpty() ? "  no key" : "  key " + key);
        Diagram.Arrow owner = owner(position);
        List<String> more = new ArrayList<>();
        for (Diagram.Arrow arrow : diagram.arrows()) {
            if (arrow.child() == position) {
                String columns = String.join(" + ", arrow.relationship().foreignKey());
                String parent = arrow.toItself()
                        ? "itself"
                        : diagram.boxes().get(arrow.parent()).name();
                more.add(
                        arrow.equals(owner)
                                ? arrow.children() + " for each " + columns
                                : columns + " -> " + parent + " (" + arrow.children() + ")");
            }
        }
        return more.isEmpty()
                ? out.toString()
                : out.append("  ").append(String.join("; ", more)).toString();
    }
}
