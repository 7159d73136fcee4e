package org.semblance.bench.linkage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.semblance.generate.people.People;
import org.semblance.generate.people.Person;
import org.semblance.io.InTurn;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Log;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Role;
import org.semblance.linkage.Row;
import org.semblance.linkage.Scribe;
import org.semblance.linkage.Together;
import org.semblance.linkage.Variable;
import org.semblance.plugin.Options;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/**
 * What gecko's documented German example makes, made with the library: six columns of people, its four errors at its
 * probabilities, one file of the rows as they should be and one of the rows as they were written.
 */
final class German {
    private static final int BLOCK = 1 << 16;
    private static final List<Variable> COLUMNS = List.of(
            new Variable("given_name", Role.FIRST_NAME),
            new Variable("gender", Role.SEX).options(List.of("m", "f")),
            new Variable("last_name", Role.LAST_NAME),
            new Variable("street_name", Role.STREET),
            new Variable("municipality", Role.CITY),
            new Variable("postcode", Role.POSTCODE));
    private static final Errors ERRORS = Errors.of(
            COLUMNS,
            List.of(
                    new Rate("given_name", "ocr", 0.1),
                    new Rate("gender", "wrong-option", 0.02),
                    new Rate("gender", "missing", 0.05),
                    new Rate("postcode", "typo", Map.of("layout", "qwertz", "insert", 0.0), 0.01, null)),
            Together.INDEPENDENT);

    private final People people;
    private final Run run;
    private final ThreadLocal<Maker> makers = ThreadLocal.withInitial(() -> new Maker(this));

    /** Makes the blocks of one thread. */
    private static final class Maker {
        private final Person person;
        private final Scribe scribe;
        private final int day;

        Maker(German german) {
            person = german.people.cursor();
            scribe = ERRORS.scribe(new Row(COLUMNS), german.run.rng().child("errors"), Log.NONE);
            day = german.people.lastDay();
        }

        void row(long number, CsvText clean, CsvText dirty) {
            Row row = scribe.row();
            person.at(number, day);
            row.set(0, person.given());
            row.set(1, person.female() ? "f" : "m");
            row.set(2, person.surname());
            row.set(3, person.street());
            row.set(4, person.city());
            row.set(5, person.postcode());
            write(number, row, clean);
            scribe.write(number);
            write(number, row, dirty);
        }

        private static void write(long number, Row row, CsvText out) {
            out.cell(number);
            for (int i = 0; i < row.width(); i++) {
                out.cell(row.get(i));
            }
            out.row();
        }
    }

    private German(People people, Run run) {
        this.people = people;
        this.run = run;
    }

    /** Writes both files into the folder. */
    static void write(String locale, long rows, Path folder, Run run) throws IOException {
        People.Options options = Options.bind(People.Options.standard(), Map.of("locale", locale), "people");
        German german = new German(People.of(options, run.rng().child("people")), run);
        try (OutputStream clean = Files.newOutputStream(folder.resolve("german-original.csv"));
                OutputStream dirty = Files.newOutputStream(folder.resolve("german-mutated.csv"))) {
            header(clean);
            header(dirty);
            int blocks = Math.toIntExact((rows + BLOCK - 1) / BLOCK);
            InTurn.run(blocks, run, block -> german.block(block, rows, clean, dirty));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void header(OutputStream out) throws IOException {
        CsvText text = new CsvText().cell("id");
        COLUMNS.forEach(column -> text.cell(column.name()));
        text.row().writeTo(out);
    }

    private InTurn.Write block(int block, long rows, OutputStream clean, OutputStream dirty) {
        Maker maker = makers.get();
        CsvText first = new CsvText(BLOCK * 64);
        CsvText second = new CsvText(BLOCK * 64);
        long end = Math.min(rows, (block + 1L) * BLOCK);
        for (long number = (long) block * BLOCK; number < end; number++) {
            maker.row(number, first, second);
        }
        return () -> {
            first.writeTo(clean);
            second.writeTo(dirty);
        };
    }

    /** Randomness of the whole. */
    static Run run(int threads) {
        return new Run(Rng.of(727), threads, Progress.NONE);
    }
}
