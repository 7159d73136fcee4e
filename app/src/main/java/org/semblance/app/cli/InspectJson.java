package org.semblance.app.cli;

import java.util.List;
import org.semblance.io.Loaded;
import org.semblance.report.ColumnLine;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A table's columns as JSON. */
final class InspectJson {
    private InspectJson() {}

    static String text(Inputs input, Loaded loaded, List<ColumnLine> columns) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", input.name()).put("rows", loaded.rowsInSource());
        ArrayNode list = node.putArray("columns");
        for (int c = 0; c < columns.size(); c++) {
            ColumnLine column = columns.get(c);
            ObjectNode one = list.addObject();
            one.put("name", column.name()).put("kind", column.kind()).put("why", column.why());
            one.put("missing", loaded.table().column(c).missingCount());
            column.warnings().forEach(one.putArray("warnings")::add);
        }
        loaded.notes().forEach(node.putArray("notes")::add);
        return Reports.text(node);
    }
}
