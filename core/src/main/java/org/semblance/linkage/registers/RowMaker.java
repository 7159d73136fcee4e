package org.semblance.linkage.registers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.Person;
import org.semblance.io.ByteSink;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.Known;
import org.semblance.linkage.Log;
import org.semblance.linkage.Row;
import org.semblance.linkage.Scribe;
import org.semblance.linkage.Tally;

/** Makes rows of one register, for one thread: first as they should be, then with their errors. */
final class RowMaker implements RowSource, Known {
    /**
     * The columns of people.csv: who stands in each row, and what makes the person hard to find again. Moved and renamed
     * are told since the visit that the person's first source row, or else first target row, is about.
     */
    static final List<String> WHO =
            List.of("table", "row", "person", "household", "twin", "namesake", "moved", "renamed", "no_identifier");

    private final Side side;
    private final Pair pair;
    private final byte[] name;
    private final Layout layout;
    private final Cell[] cells;
    private final Subject subject;
    private final Row row;
    private final Scribe scribe;
    private final Log log;
    private final double idCoverage;
    private final double nationalIdCoverage;
    private final ByteSink scratch = new ByteSink(128);
    private long person;
    private boolean first;

    RowMaker(Side side, Pair pair, Log log) {
        this.side = side;
        this.pair = pair;
        this.log = log;
        name = side.name().getBytes(StandardCharsets.UTF_8);
        layout = side.layout();
        cells = IntStream.range(0, layout.size()).mapToObj(layout::cell).toArray(Cell[]::new);
        subject = new Subject(pair.common().people());
        row = new Row(layout.variables(), this);
        scribe = side.mistakes().scribe(row, side.errors(), log);
        idCoverage = side.asked().coverage().identifierCoverage();
        nationalIdCoverage = side.asked().coverage().nationalIdCoverage();
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public Tally tally() {
        return scribe.tally();
    }

    @Override
    public void who(long number, CsvText text) {
        Person who = subject.person();
        int before = first ? subject.day() : pair.firstDay(person);
        boolean same = before == subject.day();
        text.written(name).cell(number).cell(who.number()).cell(who.household());
        flag(text, who.twin());
        flag(text, who.namesake());
        flag(text, !same && who.movedBetween(before, subject.day()));
        flag(text, !same && who.renamedBetween(before, subject.day()));
        flag(text, layout.identifier() >= 0 && row.missing(layout.identifier()));
        text.row();
    }

    private static void flag(CsvText text, boolean is) {
        text.cell(is ? 1 : 0);
    }

    @Override
    public void fill(long number, CsvText line) {
        long slot = side.register().slot(number);
        long visit = side.register().visit(slot);
        long own = side.register().personOf(visit);
        person = side.whole().applyAsLong(own);
        first = side.register().isFirst(visit)
                && (side.source() || own >= side.register().linkedPeople());
        subject.at(pair.plan().inPopulation(person), side.days().day(slot), slot);
        Person who = subject.person();
        row.begin(line);
        for (int i = 0; i < cells.length; i++) {
            cells[i].write(who, subject, row.open());
            row.close(i);
        }
        row.end();
    }

    @Override
    public void spoil(long number) {
        hide(number, layout.identifier(), idCoverage, 0);
        hide(number, layout.nationalId(), nationalIdCoverage, 1);
        scribe.write(number);
    }

    /** Some people have no identifier, in none of their rows of this register. */
    private void hide(long number, int column, double coverage, int key) {
        if (column < 0 || Marks.share(side.hidden()[key], person) < coverage) {
            return;
        }
        if (!row.missing(column)) {
            String before = log == Log.NONE ? null : row.get(column);
            row.set(column, null);
            log.change(number, column, "missing", before, null);
        }
    }

    @Override
    public int relatives() {
        return subject.person().members() - 1;
    }

    @Override
    public @Nullable String relative(int relative, int variable) {
        Person own = subject.person();
        int place = relative < own.position() ? relative : relative + 1;
        return text(cells[variable], own.member(place));
    }

    private @Nullable String text(Cell cell, Person of) {
        scratch.cut(0);
        cell.write(of, subject, scratch);
        return scratch.size() == 0 ? null : scratch.text(0, scratch.size());
    }

    @Override
    public @Nullable String nickname() {
        return subject.person().nickname(side.asked().formats().script().equals("roman"));
    }

    @Override
    public @Nullable String otherScript(int variable) {
        if (!layout.variables().get(variable).role().isName()) {
            return null;
        }
        String cell = text(side.other().cell(variable), subject.person());
        return cell == null || cell.equals(row.get(variable)) ? null : cell;
    }
}
