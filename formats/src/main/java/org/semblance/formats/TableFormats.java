package org.semblance.formats;

import java.util.List;
import org.semblance.formats.duck.DuckFormat;
import org.semblance.io.database.DelimitedFormat;
import org.semblance.io.database.TableFormat;

/** The kinds of files that hold tables, in the order in which they are asked whether a file is theirs. */
public final class TableFormats {
    public static final List<TableFormat> ALL =
            List.of(new DelimitedFormat(), new Workbook(), DuckFormat.PARQUET, DuckFormat.JSON_LINES, DuckFormat.JSON);

    private TableFormats() {}
}
