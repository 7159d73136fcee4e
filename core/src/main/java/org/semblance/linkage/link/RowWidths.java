package org.semblance.linkage.link;

import java.util.ArrayList;
import java.util.List;
import org.semblance.io.RecordStream;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Rows with more or fewer cells than the header of their file: surplus cells are refused, missing ones told. */
final class RowWidths {
    private static final int SHOWN = 5;

    private final RecordStream file;
    private final int width;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> shortLines = new ArrayList<>();
    private long longRows;
    private long shortRows;

    RowWidths(RecordStream file) {
        this.file = file;
        width = file.header().size();
    }

    /** Looks at the row that the file is at. */
    void row() {
        if (file.cells() < width) {
            shortRows++;
            if (shortLines.size() < SHOWN) {
                shortLines.add(Long.toString(file.line()));
            }
        }
        for (int c = width; c < file.cells(); c++) {
            if (!file.empty(c)) {
                longRows++;
                if (problems.size() < SHOWN) {
                    problems.add(
                            Problem.of("the row has " + file.cells() + " cells, but there are " + width + " columns.")
                                    .at(file.place()));
                }
                return;
            }
        }
    }

    /** @throws ProblemException where a row has more cells than the header */
    void tell(List<String> notes) {
        if (longRows > 0) {
            int last = problems.size() - 1;
            String more = longRows > problems.size() ? (longRows - problems.size()) + " more rows are like this. " : "";
            problems.set(
                    last,
                    problems.get(last)
                            .fix(more + "Put cells that hold the delimiter in quotes, or give every column a name."));
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        if (shortRows > 0) {
            notes.add(shortRows + (shortRows == 1 ? " row has" : " rows have") + " fewer cells than the " + width
                    + " columns; the rest is taken as missing (line " + String.join(", ", shortLines)
                    + (shortRows > shortLines.size() ? ", ...)" : ")"));
        }
    }
}
