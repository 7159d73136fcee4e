package org.semblance.formats.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.semblance.io.Loaded;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.DatabaseSource;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/**
 * The tables of a database over JDBC, read on a connection that can not write, all as they were at one moment. Views are
 * read only where they are named. The catalogue says what the keys are.
 *
 * <p>Cost: the rows are counted first, because all of them must fit in memory: a sample of related tables would tear them
 * apart.
 */
public final class JdbcSource implements DatabaseSource {
    private final Engine engine;
    private final Address address;
    private final Login login;
    private final List<String> schemas;
    private Catalogue catalogue = Catalogue.EMPTY;
    private Set<String> identities = Set.of();

    /**
     * A database.
     *
     * @param schemas the schemas to read; none for the one that the connection begins in
     */
    public JdbcSource(Engines engines, Address address, Login login, List<String> schemas) {
        this.engine = engines.of(address);
        this.address = address;
        this.login = login;
        this.schemas = List.copyOf(schemas);
    }

    @Override
    public String name() {
        return address.shown();
    }

    /** What the database said of the tables that were read last; nothing before. */
    Catalogue catalogue() {
        return catalogue;
    }

    /** What tells the schemas that were read last from all others. */
    Set<String> identities() {
        return identities;
    }

    @Override
    public LoadedDatabase read(DatabaseOptions options, Run run) {
        try (Connection connection = engine.open(address, login, true, run)) {
            try {
                engine.snapshot(connection);
                return read(connection, options, run);
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw Faults.of(e, engine, name(), "");
        }
    }

    private LoadedDatabase read(Connection connection, DatabaseOptions options, Run run) throws SQLException {
        List<String> wanted = schemas.isEmpty() ? List.of(engine.schema(connection)) : schemas;
        List<Catalogue.Entry> all = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (String schema : wanted) {
            all.addAll(engine.catalogue(connection, schema).entries());
            known.add(engine.identity(connection, schema));
        }
        identities = known;
        Selection selection = Selection.of(all, options, name(), wanted);
        List<Catalogue.Entry> entries = new ArrayList<>();
        for (Catalogue.Entry entry : selection.entries()) {
            entries.add(engine.looked(connection, entry));
        }
        catalogue = new Catalogue(entries);
        Map<String, Loaded> tables = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        long rows = new TableSizes(engine, connection).check(entries, options.each(), name());
        try (Progress.Stage stage = run.progress().begin("read", rows, "rows")) {
            selection.notes().forEach(stage::note);
            for (Catalogue.Entry entry : entries) {
                Run.checkCancelled();
                try {
                    Loaded loaded = engine.read(connection, entry, options.of(entry.name()), run, stage);
                    Set<String> said = options.schemas().containsKey(entry.name())
                            ? options.schemas().get(entry.name()).columns().keySet()
                            : Set.of();
                    tables.put(entry.name(), Named.of(loaded, entry, said));
                } catch (ProblemException e) {
                    e.problems().forEach(problem -> problems.add(problem.at(entry.name())));
                } catch (SQLException e) {
                    throw Faults.of(e, engine, name(), entry.name());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return new LoadedDatabase(name(), tables, catalogue.declared(tables.keySet()), RowsHash.of(tables));
    }

    /** The tables that are read, and what to say of the others. */
    private record Selection(List<Catalogue.Entry> entries, List<String> notes) {
        static Selection of(List<Catalogue.Entry> all, DatabaseOptions options, String name, List<String> schemas) {
            List<String> names = all.stream().map(Catalogue.Entry::name).toList();
            List<Problem> problems = new ArrayList<>();
            for (String table : options.tables()) {
                if (!names.contains(table)) {
                    String near = Nearest.hint(table, names);
                    problems.add(Problem.of("there is no table \"" + table + "\", or it may not be seen.")
                            .at(name)
                            .fix(near.isEmpty() ? few(names) : near));
                }
            }
            List<Catalogue.Entry> read = all.stream()
                    .filter(entry -> options.tables().isEmpty() ? !entry.view() : options.wants(entry.name()))
                    .toList();
            for (String table : new LinkedHashSet<>(names)) {
                if (read.stream().filter(entry -> entry.name().equals(table)).count() > 1) {
                    problems.add(Problem.of("two of the schemas have a table \"" + table + "\".")
                            .at(name)
                            .fix("Read one schema at a time: --schema-name NAME"));
                }
            }
            if (read.isEmpty() && problems.isEmpty()) {
                String where = String.join(", ", schemas);
                problems.add(Problem.of("there are no tables"
                                + (where.isEmpty() ? "" : " in the schema \"" + where + "\"")
                                + ", or none that may be seen.")
                        .at(name)
                        .fix("Name the schema: --schema-name NAME"));
            }
            if (!problems.isEmpty()) {
                throw new ProblemException(ProblemException.Kind.DATA, problems);
            }
            List<String> notes = new ArrayList<>();
            List<String> views = all.stream()
                    .filter(entry -> entry.view() && !read.contains(entry))
                    .map(Catalogue.Entry::name)
                    .toList();
            if (!views.isEmpty()) {
                notes.add(count(views.size(), "view") + " not read, because nobody named "
                        + (views.size() == 1 ? "it" : "them") + ": " + few(views));
            }
            return new Selection(
                    read.stream().filter(entry -> !entry.items().isEmpty()).toList(), notes);
        }

        private static String count(int count, String what) {
            return String.format(Locale.ROOT, "%d %s%s", count, what, count == 1 ? "" : "s");
        }

        private static String few(List<String> names) {
            return String.join(", ", names.subList(0, Math.min(20, names.size())))
                    + (names.size() > 20 ? ", ..." : ".");
        }
    }
}
