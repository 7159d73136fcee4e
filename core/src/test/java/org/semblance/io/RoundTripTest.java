package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Any table, written in any dialect and read with its own schema, is the same table; on any number of threads. */
class RoundTripTest {
    private static final String[] PIECES = {
        "a",
        "B",
        "é",
        "東",
        " ",
        ",",
        ";",
        "\"",
        "'",
        "\n",
        "\r\n",
        "NA",
        "?",
        "-",
        "0",
        "12",
        ".",
        "\t",
        "|",
        "\uD83D\uDE00",
        "null",
        "x y"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void writtenAndReadIsTheSame(long seed) {
        Rng rng = Rng.of(seed);
        Table table = table(rng, 1 + rng.nextInt(300), 2 + rng.nextInt(8));
        char delimiter = ",;\t|".charAt(rng.nextInt(4));
        Dialect dialect = new Dialect(
                rng.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE,
                true,
                delimiter,
                '"',
                rng.nextBoolean() ? "\n" : "\r\n",
                true);
        byte[] bytes = bytes(table, dialect, 1);
        assertThat(bytes(table, dialect, 2)).isEqualTo(bytes);
        SchemaOverrides schema = SchemaFile.read(Source.of(
                new ByteArrayInputStream(SchemaFile.write(table.schema()).getBytes(StandardCharsets.UTF_8)),
                "schema.yaml"));
        ReadOptions options =
                ReadOptions.DEFAULT.schema(schema).delimiter(delimiter).header(true);
        Table again = Texts.read(bytes, options).table();
        assertThat(again.schema().names()).isEqualTo(table.schema().names());
        assertThat(again.rows()).isEqualTo(table.rows());
        for (int c = 0; c < table.width(); c++) {
            assertThat(again.schema().field(c).kind())
                    .isEqualTo(table.schema().field(c).kind());
            for (int row = 0; row < table.rows(); row++) {
                assertThat(again.cell(row, c))
                        .as(table.schema().field(c) + " row " + row)
                        .isEqualTo(table.cell(row, c));
            }
        }
        assertThat(bytes(again, dialect, 1)).isEqualTo(bytes);
    }

    private static byte[] bytes(Table table, Dialect dialect, int threads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.write(table, dialect, out, Run.of(1).threads(threads));
        return out.toByteArray();
    }

    private static Table table(Rng rng, int rows, int width) {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        Kind[] kinds = Kind.values();
        for (int c = 0; c < width; c++) {
            // The last column has no missing value, so that no row at the end is blank.
            boolean missing = c < width - 1;
            Kind kind = c == width - 1 ? Kind.KEY : kinds[rng.nextInt(kinds.length)];
            Format format = format(kind, rng).missing(rng.nextBoolean() ? "" : "NA");
            fields.add(
                    new Field("c" + c + (rng.nextBoolean() ? ", \"it's\"" : ""), kind, format, "because: {it} # is"));
            columns.add(kind.numeric() ? numbers(kind, format, rng, rows, missing) : labels(rng, rows, missing));
        }
        return Table.of(new Schema(fields), columns);
    }

    private static Format format(Kind kind, Rng rng) {
        return switch (kind) {
            case WHOLE -> Format.PLAIN.decimals(0).signs('.', rng.nextBoolean() ? '\0' : ',');
            case DECIMAL -> {
                Format base = rng.nextBoolean() ? Format.PLAIN.decimals(rng.nextInt(6) + 1) : Format.PLAIN.atMost(3);
                yield rng.nextBoolean() ? base.signs(',', '.').around("", " %") : base.around("$", "");
            }
            case DATE -> Format.PLAIN.pattern(rng.nextBoolean() ? "d MMM yyyy" : "dd/MM/yyyy");
            case TIME -> Format.PLAIN.pattern("H:mm:ss");
            case DATETIME -> Format.PLAIN.pattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
            default -> Format.PLAIN;
        };
    }

    private static NumberColumn numbers(Kind kind, Format format, Rng rng, int rows, boolean missing) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            double power = Math.pow(10, Math.max(0, format.rounding()));
            double value = switch (kind) {
                case WHOLE -> Math.rint(rng.nextGaussian() * 1e6);
                case DECIMAL -> Math.rint(rng.nextGaussian() * 1e4 * power) / power;
                case DATE -> rng.nextInt(40_000) - 10_000;
                case TIME -> rng.nextInt(86_400) * 1e6;
                default -> Math.rint(rng.nextDouble() * 4e15);
            };
            values[i] = missing && rng.nextInt(6) == 0 ? Double.NaN : value + 0.0;
        }
        return NumberColumn.of(values);
    }

    private static CodeColumn labels(Rng rng, int rows, boolean missing) {
        @Nullable String[] texts = new @Nullable String[rows];
        for (int i = 0; i < rows; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = rng.nextInt(4); k >= 0; k--) {
                text.append(PIECES[rng.nextInt(PIECES.length)]);
            }
            boolean blank = text.toString().isBlank();
            texts[i] = missing && rng.nextInt(6) == 0 ? null : blank ? "word" : text.toString();
        }
        return CodeColumn.of(texts);
    }
}
