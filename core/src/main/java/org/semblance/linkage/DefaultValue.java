package org.semblance.linkage;

import java.util.List;
import java.util.Map;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Something that was typed because the field wanted something: unknown, 999, 1 January 1900, baby boy. Words are those of
 * the language, and English ones where the cell is in Latin letters and the language is not; they take the capitals of
 * the cell, dates the format of the column. A cell that already is such a value becomes another one.
 *
 * <p>The values are of the kind that the census bureau's person validation removes from names (Wagner and Layne 2014,
 * The Person Identification Validation System, CARRA working paper 2014-01) and that registers' documentation names.
 */
final class DefaultValue implements Corruption {
    record Options(
            @Option("The values; empty for the usual ones of such a column.")
            List<String> values,

            @Option(
                    value = "Whose usual words they are.",
                    choices = {
                        "english", "german", "french", "spanish", "italian", "portuguese", "dutch", "swedish",
                        "norwegian", "danish", "finnish", "polish", "czech", "romanian", "turkish", "bulgarian",
                        "russian", "ukrainian", "greek", "hebrew", "arabic", "armenian", "georgian", "japanese",
                        "korean", "chinese"
                    })
            String language) {}

    private static final String ENGLISH = "english";

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "default-value",
            "Typed because the field wanted something: unknown, 999, 1900-01-01, baby boy.",
            new Options(List.of(), ENGLISH),
            DefaultValue::new);

    private static final Map<Role, List<String>> USUAL = Map.ofEntries(
            Map.entry(Role.AGE, List.of("999", "99", "0")),
            Map.entry(Role.BIRTH_YEAR, List.of("1900", "9999", "1111")),
            Map.entry(Role.NUMBER, List.of("999", "-1", "0", "9999")),
            Map.entry(Role.IDENTIFIER, List.of("999999999", "000000000", "123456789", "unknown")),
            Map.entry(Role.NATIONAL_ID, List.of("999999999", "000000000", "111111111", "123456789")),
            Map.entry(Role.HOUSE_NUMBER, List.of("0", "1", "999")),
            Map.entry(Role.POSTCODE, List.of("00000", "99999", "12345")),
            Map.entry(Role.PHONE, List.of("0000000000", "9999999999", "1234567890")),
            Map.entry(Role.EMAIL, List.of("none@none.com", "test@test.com", "noemail@example.com")));
    /** 1 January 1900, of 1901, of 1970 and the last day that four nines give. */
    private static final long[] DAYS = {19000101, 19010101, 19700101, 11110111, 99991231};

    private final List<String> values;
    private final DefaultWords own;
    private final DefaultWords english;

    DefaultValue(Options options) {
        values = options.values();
        own = DefaultWords.of(options.language());
        english = DefaultWords.of(ENGLISH);
    }

    private List<String> list(Role role, String cell) {
        List<String> numbers = USUAL.get(role);
        if (!values.isEmpty() || numbers != null) {
            return values.isEmpty() && numbers != null ? numbers : values;
        }
        return (own.latin() || !DefaultWords.latin(cell) ? own : english).of(role);
    }

    @Override
    public boolean fits(Variable variable) {
        return true;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        Role role = row.variables().get(variable).role();
        boolean dates = values.isEmpty() && role.isDate();
        List<String> list = list(role, cell);
        int size = dates ? DAYS.length : list.size();
        int start = rng.nextInt(size);
        for (int i = 0; i < size; i++) {
            int at = (start + i) % size;
            String value = dates ? day(row, variable, DAYS[at]) : styled(list.get(at), cell, role);
            if (!value.equals(cell)) {
                row.set(variable, value);
                return true;
            }
        }
        return false;
    }

    private static String day(Row row, int variable, long date) {
        StringBuilder text = row.text();
        row.dates(variable).write(date, text);
        return text.toString();
    }

    /** In the cell's capitals, where words are picked for the column. */
    private String styled(String value, String cell, Role role) {
        boolean as =
                !values.isEmpty() || role == Role.EMAIL || !Character.isLetter(cell.isEmpty() ? '0' : cell.charAt(0));
        return as ? value : Style.of(cell).write(value);
    }
}
