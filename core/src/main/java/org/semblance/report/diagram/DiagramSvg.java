package org.semblance.report.diagram;

import java.util.List;
import java.util.Locale;
import org.semblance.report.page.Html;
import org.semblance.report.page.Svg;

/** A {@link Diagram} as SVG: a file of its own, or a part of a page, whose colours it then has. */
public final class DiagramSvg {
    private static final int LONGEST = 30;
    private static final double LOOP = 26;
    private static final double FOOT = 9;

    private static final String STYLE = """
            .d-box{fill:var(--paper,#fff);stroke:var(--dim,#5b626b);stroke-width:1.2}
            .d-head{fill:var(--soft,#f4f6f8);stroke:var(--dim,#5b626b);stroke-width:1.2}
            .d-line{fill:none;stroke:var(--hue,#1f6fb2);stroke-width:1.4}
            .d-may{stroke-dasharray:5 3}
            .diagram text{font:12px system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif;fill:var(--ink,#1c1f23)}
            .diagram .d-name{font-weight:600;font-size:13px}
            .diagram .d-dim{fill:var(--dim,#5b626b);font-size:11px}
            .diagram .d-key{fill:var(--hue-ink,#14527f);font-size:9.5px;font-weight:600}
            .diagram .d-many{fill:var(--hue-ink,#14527f);font-size:11px;paint-order:stroke;stroke:var(--paper,#fff);stroke-width:3px}
            """;

    private final Diagram diagram;
    private final Layers layers;
    private final Placing placing;
    private final Html html;

    private DiagramSvg(Diagram diagram, Html html) {
        this.diagram = diagram;
        this.html = html;
        layers = new Layers(diagram);
        placing = new Placing(layers);
    }

    /** As a file. */
    public static String file(Diagram diagram) {
        Html html = Html.fragment();
        new DiagramSvg(diagram, html).draw(true);
        return html.line().toString();
    }

    /** Inside a page. */
    public static void write(Html html, Diagram diagram) {
        new DiagramSvg(diagram, html).draw(false);
    }

    static String shown(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "\u2026";
    }

    static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    private void draw(boolean alone) {
        String width = Svg.fix(placing.total);
        String height = Svg.fix(placing.height);
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "diagram",
                "role",
                "img",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                width,
                "height",
                height);
        html.element("title", "Tables, their keys, and how they are related");
        html.open("style").trusted(STYLE).close();
        if (alone) {
            html.empty("rect", "width", "100%", "height", "100%", "fill", "#fff");
        }
        diagram.arrows().forEach(this::arrow);
        // Above all lines, so that none runs through a number.
        diagram.arrows().forEach(this::foot);
        diagram.boxes().forEach(this::box);
        html.close();
    }

    private void box(Box box) {
        Layers.Node node = placing.of(box);
        double x = placing.left[node.layer];
        double width = placing.width[node.layer];
        rect("d-box", x, node.y, width, box.height());
        rect("d-head", x, node.y, width, Box.HEAD);
        text("d-name", x + 9, node.y + 17.5, "start", shown(box.name()));
        text("d-dim", x + width - 9, node.y + 17, "end", count(box.rows()));
        double y = node.y + Box.HEAD + 2;
        for (Box.Line line : box.lines()) {
            String key = line.primary() ? line.foreign() ? "PK FK" : "PK" : "FK";
            text("d-key", x + 9, y + 12.5, "start", key);
            text("", x + 44, y + 13, "start", shown(line.column()));
            y += Box.LINE;
        }
        if (box.others() > 0) {
            String more = "+ " + box.others() + (box.others() == 1 ? " column" : " columns");
            text("d-dim", x + 44, y + 13, "start", more);
        }
    }

    private void rect(String style, double x, double y, double width, double height) {
        html.empty(
                "rect",
                "class",
                style,
                "x",
                Svg.fix(x),
                "y",
                Svg.fix(y),
                "width",
                Svg.fix(width),
                "height",
                Svg.fix(height),
                "rx",
                "4");
    }

    private void text(String style, double x, double y, String anchor, String words) {
        html.element("text", words, "class", style, "x", Svg.fix(x), "y", Svg.fix(y), "text-anchor", anchor);
    }

    private void arrow(Diagram.Arrow arrow) {
        double from = height(arrow.parent(), arrow.relationship().parentKey().get(0));
        double to = height(arrow.child(), arrow.relationship().foreignKey().get(0));
        String style = arrow.optional() ? "d-line d-may" : "d-line";
        html.open("g").element("title", arrow.relationship().name());
        if (arrow.toItself()) {
            double x = right(arrow.parent());
            path(style, "M" + at(x, from) + "C" + at(x + LOOP, from) + " " + at(x + LOOP, to) + " " + at(x, to));
        } else if (forward(arrow)) {
            through(style, layers.path(arrow), from, to);
        } else {
            through(style, layers.path(arrow), to, from);
        }
        html.close().line();
    }

    private Layers.Node node(int box) {
        return placing.of(diagram.boxes().get(box));
    }

    private boolean forward(Diagram.Arrow arrow) {
        return node(arrow.parent()).layer < node(arrow.child()).layer;
    }

    private double right(int box) {
        int layer = node(box).layer;
        return placing.left[layer] + placing.width[layer];
    }

    /** At what height a column of a box stands. */
    private double height(int box, String column) {
        return node(box).y + diagram.boxes().get(box).middle(column);
    }

    /** From the right side of the first node to the left side of the last, straight through columns, curved between. */
    private void through(String style, List<Layers.Node> path, double from, double to) {
        StringBuilder out = new StringBuilder();
        double x = placing.left[path.get(0).layer] + placing.width[path.get(0).layer];
        double y = from;
        out.append('M').append(at(x, y));
        for (int i = 1; i < path.size(); i++) {
            Layers.Node node = path.get(i);
            double nextX = placing.left[node.layer];
            double nextY = i + 1 == path.size() ? to : node.y + node.height() / 2;
            double middle = (x + nextX) / 2;
            out.append('C').append(at(middle, y)).append(' ').append(at(middle, nextY));
            out.append(' ').append(at(nextX, nextY));
            x = nextX;
            y = nextY;
            if (i + 1 < path.size()) {
                x += placing.width[node.layer];
                out.append('H').append(Svg.fix(x));
            }
        }
        path(style, out.toString());
    }

    private void path(String style, String data) {
        html.empty("path", "class", style, "d", data);
    }

    /** What a line ends with at the child: a crow's foot where a parent has many, a bar where it has one; and how many. */
    private void foot(Diagram.Arrow arrow) {
        boolean left = !arrow.toItself() && forward(arrow);
        int side = left ? -1 : 1;
        double x = left ? placing.left[node(arrow.child()).layer] : right(arrow.child());
        double y = height(arrow.child(), arrow.relationship().foreignKey().get(0));
        double tip = x + side * FOOT;
        path(
                "d-line",
                arrow.children().endsWith("n")
                        ? "M" + at(x, y - 5) + "L" + at(tip, y) + "L" + at(x, y + 5)
                        : "M" + at(tip, y - 4) + "V" + Svg.fix(y + 4));
        text("d-many", x + side * 12, y - 5, left ? "end" : "start", arrow.children());
    }

    private static String at(double x, double y) {
        return Svg.fix(x) + " " + Svg.fix(y);
    }
}
