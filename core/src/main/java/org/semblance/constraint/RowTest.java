package org.semblance.constraint;

import java.util.List;

/** Whether values of some columns may stand in one row. */
interface RowTest {
    /** The columns whose values it looks at. */
    List<String> columns();

    /** @param rows for each of the columns, the row whose value it is */
    boolean right(int[] rows);

    /** What has such tests. */
    interface Source {
        /** For the rows of a draft. */
        List<RowTest> tests(Draft draft);
    }
}
