package org.semblance.linkage.registers;

import java.util.List;
import java.util.Map;
import org.semblance.linkage.Rate;

/**
 * What goes wrong where nothing else is asked for, beside slips and coverage. One cell in a hundred for each kind of error
 * is the standard of pseudopeople 1.2.4 (entity_types.py, cell_probability); words of an address are abbreviated as in one
 * record of ten, FEBRL's dsgen's rate for its address lines; a title gets into one name of two hundred, which is a choice.
 */
final class StandardErrors {
    static final List<Rate> ALL = List.of(
            rate("identifier", "digits", 0.01),
            rate("national_id", "digits", 0.01),
            rate("national_id", "household-copy", 0.01),
            rate("full_name", "nickname", 0.01),
            rate("full_name", "phonetic", 0.01),
            rate("full_name", "ocr", 0.01),
            rate("full_name", "spacing", 0.01),
            rate("full_name", "title-prefix", 0.005),
            rate("middle_name", "edit", 0.01),
            new Rate("middle_name", "initial", Map.of("word", "all"), 0.2, null),
            rate("middle_name", "missing", 0.1),
            rate("sex", "wrong-option", 0.01),
            rate("birth_date", "day-month-swap", 0.01),
            rate("birth_date", "digits", 0.01),
            rate("birth_date", "household-copy", 0.01),
            rate("birth_year", "age-misreport", 0.01),
            rate("birth_year", "digits", 0.01),
            rate("age", "age-misreport", 0.01),
            rate("age", "digits", 0.01),
            rate("visit_date", "day-month-swap", 0.01),
            rate("visit_date", "digits", 0.01),
            rate("street", "abbreviation", 0.1),
            rate("street", "edit", 0.01),
            rate("house_number", "digits", 0.01),
            rate("address", "abbreviation", 0.1),
            rate("address", "edit", 0.01),
            rate("address", "digits", 0.01),
            rate("postcode", "postcode-digits", 0.01),
            rate("city", "edit", 0.01),
            rate("phone", "digits", 0.01),
            rate("email", "edit", 0.01),
            rate("entry_date", "digits", 0.01),
            rate("clinical_variable", "wrong-option", 0.01));

    private StandardErrors() {}

    private static Rate rate(String column, String corruption, double rate) {
        return new Rate(column, corruption, rate);
    }
}
