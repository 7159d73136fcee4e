package org.semblance.formats.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import org.semblance.formats.jdbc.SqlType.Base;
import org.semblance.io.LabelBuilder;
import org.semblance.io.TypedColumn;

/** The cells of one column as they come from a result set. */
abstract sealed class CellReader {
    /** Every whole number up to here is a double. */
    private static final long EXACT = 1L << 53;

    private static final double DAY = 86_400_000_000.0;

    final Catalogue.Item item;

    private CellReader(Catalogue.Item item) {
        this.item = item;
    }

    /** The reader that the type of a column asks for. */
    static CellReader of(Catalogue.Item item, Engine engine) {
        SqlType type = item.type();
        boolean moment = type.moment() || type.base() == Base.TIME;
        if (moment && !engine.moments()) {
            return new Labels(item, false);
        }
        boolean bytes = engine.bytes();
        return switch (type.base()) {
            case SMALLINT, INTEGER, BIGINT -> new Wholes(item);
            case NUMERIC -> type.scale() == 0 && type.size() > 0 ? new Wholes(item) : new Numbers(item);
            case REAL, DOUBLE -> new Numbers(item);
            case DATE, TIME, DATETIME, INSTANT -> new Moments(item);
            default -> new Labels(item, bytes);
        };
    }

    String name() {
        return item.name();
    }

    abstract void read(ResultSet set, int at) throws SQLException;

    abstract TypedColumn made(boolean first);

    /** What a user should know, or empty. */
    String note() {
        return "";
    }

    /** Doubles that grow. */
    private static final class Doubles {
        private double[] values = new double[1024];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        double[] all() {
            return Arrays.copyOf(values, size);
        }
    }

    /** Whole numbers; labels as soon as one comes that a double does not hold. */
    private static final class Wholes extends CellReader {
        private final Doubles numbers = new Doubles();
        private final LabelBuilder labels = new LabelBuilder();
        private boolean tooLong;

        Wholes(Catalogue.Item item) {
            super(item);
        }

        @Override
        void read(ResultSet set, int at) throws SQLException {
            if (item.type().base() == Base.NUMERIC) {
                BigDecimal value = set.getBigDecimal(at);
                boolean odd = value != null && value.abs().compareTo(BigDecimal.valueOf(EXACT)) > 0;
                add(odd, value == null ? Double.NaN : value.doubleValue(), odd ? value.toPlainString() : "");
                return;
            }
            long value = set.getLong(at);
            boolean none = value == 0 && set.wasNull();
            boolean odd = value > EXACT || value < -EXACT;
            add(odd, none ? Double.NaN : value, odd ? Long.toString(value) : "");
        }

        private void add(boolean odd, double value, String text) {
            if (odd && !tooLong) {
                tooLong = true;
                for (double number : numbers.all()) {
                    label(number);
                }
            }
            if (!tooLong) {
                numbers.add(value);
            } else if (odd) {
                labels.add(text);
            } else {
                label(value);
            }
        }

        private void label(double number) {
            if (Double.isNaN(number)) {
                labels.addMissing();
            } else {
                labels.add(Long.toString((long) number));
            }
        }

        @Override
        TypedColumn made(boolean first) {
            return tooLong
                    ? TypedColumn.labels(name(), labels.column(), first)
                    : TypedColumn.numbers(name(), numbers.all(), 0, first);
        }

        @Override
        String note() {
            return tooLong ? "\"" + name() + "\" holds numbers of more than 15 digits, which are read as labels." : "";
        }
    }

    /** Numbers with decimals; what is not finite is missing. */
    private static final class Numbers extends CellReader {
        private final Doubles values = new Doubles();
        private int infinite;

        Numbers(Catalogue.Item item) {
            super(item);
        }

        @Override
        void read(ResultSet set, int at) throws SQLException {
            double value = item.type().base() == Base.REAL ? single(set.getFloat(at)) : set.getDouble(at);
            if (value == 0 && set.wasNull()) {
                value = Double.NaN;
            }
            infinite += Double.isInfinite(value) ? 1 : 0;
            // The sign of zero is nothing that anybody meant.
            values.add(Double.isInfinite(value) ? Double.NaN : value + 0.0);
        }

        /** The shortest text of a float is what was meant: 0.1, not 0.10000000149011612. */
        private static double single(float value) {
            return Double.parseDouble(Float.toString(value));
        }

        @Override
        TypedColumn made(boolean first) {
            boolean said = item.type().base() == Base.NUMERIC && item.type().scale() > 0;
            return TypedColumn.numbers(name(), values.all(), said ? item.type().scale() : -1, first);
        }

        @Override
        String note() {
            return infinite == 0
                    ? ""
                    : "\"" + name() + "\" has " + infinite + " infinite " + (infinite == 1 ? "number" : "numbers")
                            + ", taken as missing.";
        }
    }

    /** Dates and times. */
    private static final class Moments extends CellReader {
        private final Doubles values = new Doubles();
        private int never;

        Moments(Catalogue.Item item) {
            super(item);
        }

        @Override
        void read(ResultSet set, int at) throws SQLException {
            values.add(
                    switch (item.type().base()) {
                        case DATE -> date(set.getObject(at, LocalDate.class));
                        case TIME -> time(set.getObject(at, LocalTime.class));
                        case INSTANT -> instant(set.getObject(at, OffsetDateTime.class));
                        default -> dateTime(set.getObject(at, LocalDateTime.class));
                    });
        }

        private double date(@org.jspecify.annotations.Nullable LocalDate value) {
            boolean end = LocalDate.MAX.equals(value) || LocalDate.MIN.equals(value);
            never += end ? 1 : 0;
            return value == null || end ? Double.NaN : value.toEpochDay();
        }

        private static double time(@org.jspecify.annotations.Nullable LocalTime value) {
            return value == null ? Double.NaN : value.getLong(ChronoField.MICRO_OF_DAY);
        }

        private double instant(@org.jspecify.annotations.Nullable OffsetDateTime value) {
            boolean end = OffsetDateTime.MAX.equals(value) || OffsetDateTime.MIN.equals(value);
            never += end ? 1 : 0;
            return value == null || end
                    ? Double.NaN
                    : dateTime(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        }

        private double dateTime(@org.jspecify.annotations.Nullable LocalDateTime value) {
            boolean end = LocalDateTime.MAX.equals(value) || LocalDateTime.MIN.equals(value);
            never += end ? 1 : 0;
            return value == null || end
                    ? Double.NaN
                    : value.toLocalDate().toEpochDay() * DAY + value.getLong(ChronoField.MICRO_OF_DAY);
        }

        @Override
        TypedColumn made(boolean first) {
            return TypedColumn.dates(name(), item.type().kind(), values.all());
        }

        @Override
        String note() {
            return never == 0 ? "" : "\"" + name() + "\" has " + never + " infinite dates, taken as missing.";
        }
    }

    /** Everything else, as text. */
    private static final class Labels extends CellReader {
        private final boolean bytes;
        private final boolean padded;
        private final LabelBuilder labels = new LabelBuilder();

        Labels(Catalogue.Item item, boolean bytes) {
            super(item);
            padded = item.type().base() == Base.CHAR;
            this.bytes = bytes && !padded && item.type().text() && item.type().base() != Base.OTHER;
        }

        @Override
        void read(ResultSet set, int at) throws SQLException {
            if (item.type().base() == Base.BYTES) {
                labels.addMissing();
                return;
            }
            if (item.type().base() == Base.BOOLEAN) {
                boolean value = set.getBoolean(at);
                add(!value && set.wasNull() ? null : Boolean.toString(value));
                return;
            }
            if (bytes) {
                byte[] letters = set.getBytes(at);
                if (letters == null) {
                    labels.addMissing();
                } else {
                    labels.add(letters);
                }
                return;
            }
            add(set.getString(at));
        }

        private void add(@org.jspecify.annotations.Nullable String text) {
            if (text == null) {
                labels.addMissing();
            } else {
                // A text of fixed length ends with blanks that nobody wrote.
                labels.add(padded ? text.replaceFirst(" +$", "") : text);
            }
        }

        @Override
        TypedColumn made(boolean first) {
            return item.type().base() == Base.BOOLEAN
                    ? TypedColumn.flags(name(), labels.column())
                    : TypedColumn.labels(name(), labels.column(), first);
        }

        @Override
        String note() {
            String who = "\"" + name() + "\" is of type " + item.declared() + ", which is ";
            return switch (item.type().base()) {
                case BYTES -> who + "not read: it is empty.";
                case OTHER -> who + "read and written as text.";
                default -> "";
            };
        }
    }
}
