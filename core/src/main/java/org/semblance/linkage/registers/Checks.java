package org.semblance.linkage.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.semblance.io.Faults;
import org.semblance.io.Yaml;

/** What a range cannot say about the keys of a file: days, patterns of dates and identifiers. */
final class Checks {
    /** Identifiers must not run out. */
    private static final double LEAST_IDENTIFIERS = 4e9;

    private Checks() {}

    static void asked(String name, Asked asked, Yaml.Members members, Faults faults) {
        Asked.Size size = asked.size();
        boolean days = true;
        for (String key : new String[] {"date_lb", "date_ub"}) {
            String day = key.equals("date_lb") ? size.dateLb() : size.dateUb();
            if (!isDay(day)) {
                days = false;
                faults.add(
                        members.line(key),
                        name + ": " + key + " is \"" + day + "\", but must be a day from 1900 to 2100.",
                        "Write it as 2010-01-31.");
            }
        }
        if (days && size.dateLb().compareTo(size.dateUb()) > 0) {
            faults.add(
                    members.line("date_lb"),
                    name + ": date_lb " + size.dateLb() + " is after date_ub " + size.dateUb() + ".",
                    "");
        }
        try {
            Strftime.pattern(asked.formats().dateFormat());
        } catch (IllegalArgumentException e) {
            faults.add(
                    members.line("date_format"),
                    name + ": date_format is \"" + asked.formats().dateFormat() + "\", but " + e.getMessage() + ".",
                    "Write %Y-%m-%d, %d %b %Y or %d/%m/%y.");
        }
        if (!(Identifiers.capacity(asked.formats().identifierFormat()) >= LEAST_IDENTIFIERS)) {
            faults.add(
                    members.line("identifier_format"),
                    name + ": identifier_format \"" + asked.formats().identifierFormat()
                            + "\" has too few places for everybody to have another one.",
                    "Give it ten digits, as 0000-000-000-#.");
        }
    }

    static boolean isDay(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= 1900 && year <= 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
