package org.semblance.formats.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.semblance.run.Run;

/** A database that nobody has looked at, through a driver that the user brought: what JDBC and standard SQL promise. */
final class Other extends Engine {
    private final String kind;
    private final Driver driver;

    Other(String kind, Driver driver) {
        this.kind = kind;
        this.driver = driver;
    }

    @Override
    String name() {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }

    @Override
    Connection open(Address address, Login login, boolean read, Run run) throws SQLException {
        Properties properties = new Properties();
        if (!login.password().isEmpty()) {
            properties.setProperty("password", login.password());
        }
        Connection connection = Objects.requireNonNull(driver.connect(address.url(), properties));
        connection.setReadOnly(read);
        return connection;
    }

    @Override
    void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        for (int level : new int[] {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE}) {
            if (connection.getMetaData().supportsTransactionIsolationLevel(level)) {
                connection.setTransactionIsolation(level);
                return;
            }
        }
    }

    @Override
    String identity(Connection connection, String schema) throws SQLException {
        return connection.getMetaData().getURL() + " " + schema;
    }

    @Override
    String quoted(String name) {
        return super.quoted(name);
    }

    @Override
    Loading loading(Place place, Run run) throws SQLException {
        return new BatchLoading(this, place, run);
    }
}
