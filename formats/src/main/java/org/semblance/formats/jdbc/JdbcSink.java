package org.semblance.formats.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.io.database.DatabaseSink;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Metadata;
import org.semblance.table.Table;

/**
 * A database over JDBC, to which new tables are written: with types, keys and constraints, all of them or none. Memory
 * does not grow with the number of rows.
 *
 * <p>Types are those of the database that the data came from, where it came from one; otherwise what the kinds of the
 * columns and the first rows say. Indexes, defaults and checks of the source are not written. A constraint that the rows
 * do not keep is left out, and a note says so.
 */
public final class JdbcSink implements DatabaseSink {
    private final Engine engine;
    private final Address address;
    private final Login login;
    private final String schema;
    private final @Nullable JdbcSource like;
    private boolean force;

    /**
     * A database.
     *
     * @param schema where the tables go, made where it is not there; empty for the one that the connection begins in
     * @param like where the data came from, whose types are kept and which is never written to; or null
     */
    public JdbcSink(Engines engines, Address address, Login login, String schema, @Nullable JdbcSource like) {
        this.engine = engines.of(address);
        this.address = address;
        this.login = login;
        this.schema = schema;
        this.like = like;
    }

    @Override
    public String name() {
        return address.shown();
    }

    @Override
    public void check(Metadata metadata, boolean replace) {
        force = replace;
        List<Problem> problems = NewNames.check(metadata, engine);
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        try (Loading loading = loading(Run.of(0))) {
            List<String> there = there(loading, metadata);
            List<NewTable> tables = new ArrayList<>();
            metadata.schemas().keySet().forEach(table -> tables.add(table(metadata, table)));
            loading.attempt(tables, there);
        } catch (SQLException e) {
            throw Faults.of(e, engine, name(), "");
        }
    }

    private Loading loading(Run run) throws SQLException {
        return engine.loading(new Engine.Place(address, login, schema, force), run);
    }

    /** Tables of ours that are there already: to be replaced, or a reason to stop. */
    private List<String> there(Loading loading, Metadata metadata) throws SQLException {
        if (like != null && like.identities().contains(loading.identity())) {
            throw ProblemException.usage(
                    Problem.of("refused: this is where the data came from, which is never changed.")
                            .at(name())
                            .fix("Write to another schema (--output-schema NAME), another database, or a folder."));
        }
        Set<String> ours =
                metadata.schemas().keySet().stream().map(engine::folded).collect(Collectors.toSet());
        List<String> there = loading.existing().stream()
                .filter(table -> ours.contains(engine.folded(table)))
                .sorted()
                .toList();
        if (!there.isEmpty() && !force) {
            throw ProblemException.usage(Problem.of("refused: there " + (there.size() == 1 ? "is" : "are") + " already "
                            + String.join(", ", there.subList(0, Math.min(10, there.size())))
                            + (there.size() > 10 ? " and " + (there.size() - 10) + " more" : "") + ".")
                    .at(name())
                    .fix("Add --force to replace, or write to another schema: --output-schema NAME"));
        }
        return there;
    }

    /** A table with the types that it should have. */
    private NewTable table(Metadata metadata, String name) {
        List<String> key = metadata.keys().getOrDefault(name, List.of());
        Catalogue known = like == null ? Catalogue.EMPTY : like.catalogue();
        List<List<String>> uniques = known.entry(name).map(Catalogue.Entry::uniques).orElse(List.of()).stream()
                .filter(columns -> metadata.schema(name).names().containsAll(columns) && !columns.equals(key))
                .toList();
        NewTable table = new NewTable(name, metadata.schema(name), key, uniques, metadata.above(name));
        for (int c = 0; c < table.fields().size(); c++) {
            String column = table.schema().field(c).name();
            Catalogue.Item item = known.item(name, column).orElse(null);
            boolean names = table.indexed(column, metadata.relationships());
            SqlType type = Fit.wanted(table.schema().field(c), item == null ? null : item.type(), names);
            table.type(c, names ? engine.keyed(type) : type);
            boolean bytes = item != null && item.type().base() == SqlType.Base.BYTES;
            table.required(c, key.contains(column) || (item != null && !item.nullable() && !bytes));
        }
        return table;
    }

    @Override
    public Writing begin(Metadata metadata, Run run) {
        try {
            Loading loading = loading(run);
            try {
                loading.begin(there(loading, metadata));
                return new Tables(loading, metadata, run);
            } catch (SQLException | RuntimeException e) {
                loading.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Faults.of(e, engine, name(), "");
        }
    }

    private final class Tables implements Writing {
        private final Loading loading;
        private final Metadata metadata;
        private final Run run;
        private final Map<String, NewTable> tables = new LinkedHashMap<>();

        Tables(Loading loading, Metadata metadata, Run run) {
            this.loading = loading;
            this.metadata = metadata;
            this.run = run;
        }

        @Override
        public void write(String name, Table rows) {
            Run.checkCancelled();
            try {
                NewTable table = tables.get(name);
                if (table == null) {
                    table = table(metadata, name);
                    fit(table, rows, false);
                    loading.create(table);
                    tables.put(name, table);
                } else {
                    fit(table, rows, true);
                }
                if (rows.rows() > 0) {
                    loading.load(table, rows);
                }
            } catch (SQLException e) {
                throw failed(e, name);
            }
        }

        /** Widens what does not hold the rows. */
        private void fit(NewTable table, Table rows, boolean made) throws SQLException {
            for (int c = 0; c < rows.width(); c++) {
                String column = table.schema().field(c).name();
                boolean names = table.indexed(column, metadata.relationships());
                SqlType type = Fit.of(table.type(c), table.schema().field(c), rows.column(c));
                type = names ? engine.keyed(type) : type;
                boolean optional = table.required(c)
                        && !table.key().contains(column)
                        && rows.column(c).missingCount() > 0;
                if (!type.equals(table.type(c)) || optional) {
                    table.type(c, type);
                    table.required(c, table.required(c) && !optional);
                    if (made) {
                        loading.alter(table, c);
                    }
                }
            }
        }

        @Override
        public void commit() {
            Run.checkCancelled();
            try (Progress.Stage stage = run.progress().begin("constraints", 0, "")) {
                for (String name : metadata.schemas().keySet()) {
                    if (!tables.containsKey(name)) {
                        write(name, empty(name));
                    }
                }
                Map<String, NewTable> ordered = new LinkedHashMap<>();
                metadata.schemas()
                        .keySet()
                        .forEach(name -> ordered.put(name, Objects.requireNonNull(tables.get(name))));
                loading.commit(ordered).forEach(stage::note);
            } catch (SQLException e) {
                throw failed(e, "");
            }
        }

        private Table empty(String name) {
            return Table.join(metadata.schema(name), List.of());
        }

        private ProblemException failed(SQLException e, String table) {
            ProblemException problem = Faults.of(e, engine, JdbcSink.this.name(), table);
            Problem said = problem.problems().get(0);
            return ProblemException.data(new Problem(said.what() + " Nothing was written.", said.where(), said.fix()));
        }

        @Override
        public void close() {
            loading.close();
        }
    }
}
