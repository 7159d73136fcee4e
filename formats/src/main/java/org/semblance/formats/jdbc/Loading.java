package org.semblance.formats.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.table.Table;

/**
 * Tables of one database being written: made, filled, bound by constraints, and seen by others all at once with
 * {@link #commit}. Closing without it leaves nothing behind.
 */
interface Loading extends AutoCloseable {
    /** What tells where they are written from all other places. */
    String identity() throws SQLException;

    /** The names of all tables and views that are there already. */
    Set<String> existing() throws SQLException;

    /**
     * Tries whether tables can be made there, and leaves nothing of it.
     *
     * @param replaced those that are there and would be replaced
     */
    void attempt(List<NewTable> tables, List<String> replaced) throws SQLException;

    /** Begins: what was there under the names of new tables is to be replaced. */
    void begin(List<String> replaced) throws SQLException;

    /** Makes an empty table. */
    void create(NewTable table) throws SQLException;

    /** A column has another type from now on, or need no longer have a value in every row. */
    void alter(NewTable table, int column) throws SQLException;

    /** Some more rows. */
    void load(NewTable table, Table rows) throws SQLException;

    /**
     * Adds the constraints and shows everything.
     *
     * @return what the user should know: constraints that the rows do not keep, and which were left out
     */
    List<String> commit(Map<String, NewTable> tables) throws SQLException;

    @Override
    void close();
}
