package org.semblance.linkage.link;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.score.Sides;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * What two files can be compared by: fields of the same role (or, without one, of the same name) in tidy form. A full
 * name on one side meets first and last name on the other, and years of birth are made of dates or of age at a visit
 * where the files do not both have dates. Visits, titles and clinical variables are no fields: they differ from row to
 * row of the same person.
 */
public final class Fields {
    private static final Set<Role> LEFT_OUT =
            EnumSet.of(Role.VISIT_DATE, Role.ENTRY_DATE, Role.CLINICAL_VARIABLE, Role.TITLE, Role.AGE, Role.BIRTH_YEAR);

    private static final Set<Role> ADDRESS =
            EnumSet.of(Role.ADDRESS, Role.STREET, Role.HOUSE_NUMBER, Role.POSTCODE, Role.CITY, Role.REGION);

    final List<Field> list;
    final Sides sides;

    private Fields(List<Field> list, Sides sides) {
        this.list = list;
        this.sides = sides;
    }

    /** @throws ProblemException where they have nothing in common */
    public static Fields of(Records source, Records target) {
        List<Field> out = new ArrayList<>();
        boolean[] taken = new boolean[target.variables().size()];
        for (int c = 0; c < source.variables().size(); c++) {
            Variable variable = source.variables().get(c);
            int other = partner(variable, target, taken);
            if (other >= 0 && !LEFT_OUT.contains(variable.role())) {
                taken[other] = true;
                add(out, variable.name(), variable.role(), column(source, c), column(target, other));
            }
        }
        if (out.stream().noneMatch(field -> field.role.isName())) {
            @Nullable String[] first = fullName(source);
            @Nullable String[] second = fullName(target);
            add(out, "full_name", Role.FULL_NAME, first, second);
        }
        if (out.stream().noneMatch(field -> field.role == Role.BIRTH_DATE)) {
            add(out, "birth_year", Role.BIRTH_YEAR, year(source), year(target));
        }
        if (out.isEmpty()) {
            throw ProblemException.data(Problem.of(
                            "the files have no field in common: no column of one name or meaning that both fill.")
                    .fix("Give both the same header, or headers that say what the columns are: surname, birth_date."));
        }
        return new Fields(List.copyOf(out), new Sides(source.rows(), target.rows()));
    }

    /**
     * The same with the address in one field: street, house number, postcode, town and region come together, so that five
     * agreements are hardly more evidence than one.
     */
    Fields addressInOne() {
        List<Field> parts =
                list.stream().filter(field -> ADDRESS.contains(field.role)).toList();
        if (parts.size() < 2) {
            return this;
        }
        List<Field> out = new ArrayList<>(list);
        out.removeAll(parts);
        out.add(Field.together("address", Role.ADDRESS, parts));
        return new Fields(List.copyOf(out), sides);
    }

    /**
     * Which fields two of a household share: surname, address, telephone and mail, where the files say where somebody
     * lives; none where they do not.
     */
    boolean[] shared() {
        boolean[] out = new boolean[list.size()];
        boolean home = false;
        for (int f = 0; f < out.length; f++) {
            Role role = list.get(f).role;
            home |= role == Role.ADDRESS || role == Role.STREET;
            out[f] = role == Role.LAST_NAME || role == Role.PHONE || role == Role.EMAIL || ADDRESS.contains(role);
        }
        return home ? out : new boolean[out.length];
    }

    /** The names of the fields, in the order of their levels. */
    public List<String> names() {
        return list.stream().map(field -> field.name).toList();
    }

    public Sides sides() {
        return sides;
    }

    private static void add(
            List<Field> out, String name, Role role, @Nullable String[] source, @Nullable String[] target) {
        Field field = Field.of(name, role, source, target);
        boolean both = false;
        boolean some = false;
        for (int code : field.source) {
            some |= code >= 0;
        }
        for (int code : field.target) {
            both |= code >= 0;
        }
        if (some && both) {
            out.add(field);
        }
    }

    private static int partner(Variable variable, Records target, boolean[] taken) {
        for (boolean byName : new boolean[] {true, false}) {
            for (int c = 0; c < taken.length; c++) {
                Variable other = target.variables().get(c);
                boolean role = other.role() == variable.role();
                boolean named = other.name().equals(variable.name());
                boolean plain = variable.role() == Role.TEXT || variable.role() == Role.CATEGORY;
                if (!taken[c] && role && (byName ? named : !plain)) {
                    return c;
                }
            }
        }
        return -1;
    }

    private static @Nullable String[] column(Records records, int c) {
        Variable variable = records.variables().get(c);
        @Nullable String[] out = new @Nullable String[records.rows()];
        for (int i = 0; i < out.length; i++) {
            String cell = records.cell(i, c);
            out[i] = switch (variable.role()) {
                case SEX -> Tidy.sex(cell);
                case BIRTH_DATE, DATE -> Tidy.date(cell, variable.pattern());
                default -> Kind.of(variable.role()) == Kind.CODE ? Tidy.code(cell) : Tidy.words(cell);
            };
        }
        return out;
    }

    private static @Nullable String[] fullName(Records records) {
        int full = records.find(Role.FULL_NAME);
        int[] parts = {records.find(Role.FIRST_NAME), records.find(Role.MIDDLE_NAME), records.find(Role.LAST_NAME)};
        @Nullable String[] out = new @Nullable String[records.rows()];
        for (int i = 0; i < out.length; i++) {
            String name = records.cell(i, full);
            if (full < 0) {
                StringBuilder text = new StringBuilder();
                for (int part : parts) {
                    String word = records.cell(i, part);
                    text.append(word == null ? "" : word + " ");
                }
                name = text.toString();
            }
            out[i] = Tidy.words(name);
        }
        return out;
    }

    /** The year of birth from a date, a year, or age at the visit. */
    private static @Nullable String[] year(Records records) {
        int date = records.find(Role.BIRTH_DATE);
        int year = records.find(Role.BIRTH_YEAR);
        int age = records.find(Role.AGE);
        int visit = records.find(Role.VISIT_DATE);
        @Nullable String[] out = new @Nullable String[records.rows()];
        for (int i = 0; i < out.length; i++) {
            out[i] = date >= 0
                    ? Tidy.year(Tidy.date(
                            records.cell(i, date), records.variables().get(date).pattern()))
                    : Tidy.code(records.cell(i, year));
            if (out[i] == null && age >= 0 && visit >= 0) {
                String pattern = records.variables().get(visit).pattern();
                out[i] = born(Tidy.year(Tidy.date(records.cell(i, visit), pattern)), Tidy.code(records.cell(i, age)));
            }
        }
        return out;
    }

    private static @Nullable String born(@Nullable String year, @Nullable String age) {
        try {
            return year == null || age == null
                    ? null
                    : Integer.toString(Integer.parseInt(year) - Integer.parseInt(age));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
