package org.semblance.formats.jdbc;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.semblance.io.NumberText;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/** Gives the cells of one column to a prepared statement, as its SQL type takes them. */
final class CellBinder {
    private static final long DAY = 86_400_000_000L;

    private final SqlType type;
    private final Field field;
    private final NumberText text;
    private final boolean moments;

    /** @param moments whether dates and times go as such; else as ISO 8601 text, for databases that have none */
    CellBinder(Field field, SqlType type, boolean moments) {
        this.type = type;
        this.field = field;
        this.moments = moments;
        Field plain = Fit.plain(field, type);
        text = new NumberText(field.kind().numeric() ? plain : Field.of("", Kind.WHOLE));
    }

    void bind(PreparedStatement statement, int at, Column column, int row) throws SQLException {
        if (column.isMissing(row)) {
            statement.setNull(at, none());
        } else if (column instanceof CodeColumn codes) {
            label(statement, at, codes.labels().get(codes.code(row)));
        } else {
            number(statement, at, ((NumberColumn) column).get(row));
        }
    }

    private int none() {
        return switch (type.base()) {
            case BOOLEAN -> Types.BOOLEAN;
            case SMALLINT, INTEGER, BIGINT -> Types.BIGINT;
            case NUMERIC -> Types.NUMERIC;
            case REAL, DOUBLE -> Types.DOUBLE;
            case DATE -> Types.DATE;
            case TIME -> Types.TIME;
            case DATETIME, INSTANT -> Types.TIMESTAMP;
            default -> Types.VARCHAR;
        };
    }

    private void label(PreparedStatement statement, int at, String label) throws SQLException {
        if (type.base() == SqlType.Base.BOOLEAN) {
            statement.setBoolean(at, label.toLowerCase(Locale.ROOT).equals("true"));
        } else if (type.number()) {
            statement.setLong(at, Long.parseLong(label));
        } else {
            statement.setString(at, label);
        }
    }

    private void number(PreparedStatement statement, int at, double value) throws SQLException {
        boolean amount = field.kind() == Kind.WHOLE || field.kind() == Kind.DECIMAL;
        if (type.text() || (!amount && !moments)) {
            statement.setString(at, text.of(value));
            return;
        }
        switch (type.base()) {
            case SMALLINT, INTEGER, BIGINT -> statement.setLong(at, Math.round(value));
            case NUMERIC -> statement.setBigDecimal(at, new BigDecimal(text.of(value)));
            case DATE -> statement.setObject(at, LocalDate.ofEpochDay(Math.round(value)));
            case TIME -> statement.setObject(at, LocalTime.ofNanoOfDay(Math.round(value) * 1000));
            case DATETIME, INSTANT -> statement.setObject(at, moment(value));
            default -> statement.setDouble(at, field.format().rounded(value));
        }
    }

    private LocalDateTime moment(double value) {
        if (field.kind() == Kind.DATE) {
            return LocalDate.ofEpochDay(Math.round(value)).atStartOfDay();
        }
        long micros = Math.round(value);
        return LocalDate.ofEpochDay(Math.floorDiv(micros, DAY))
                .atTime(LocalTime.ofNanoOfDay(Math.floorMod(micros, DAY) * 1000));
    }
}
