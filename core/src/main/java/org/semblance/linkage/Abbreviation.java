package org.semblance.linkage;

import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A word of an address is abbreviated or, where it was, written out: {@code Street} and {@code St},
 * {@code Bahnhofstraße} and {@code Bahnhofstr.}. The forms are those of the postal services of English, German, French,
 * Spanish, Italian, Dutch and Swedish addresses (English: US Postal Service, Publication 28, appendix C).
 */
final class Abbreviation implements Corruption {
    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "abbreviation",
            "A word of an address is abbreviated or written out: Street and St.",
            new Plugin.NoOptions(),
            none -> new Abbreviation());

    private static final String FORMS = """
            ^street$>^st$ _st$>_street ^saint$>^st$ ^st_>^saint_ ^road$=^rd$ ^avenue$=^ave$ ^avenue$>^av$
            ^boulevard$=^blvd$ ^drive$=^dr$ ^lane$=^ln$ ^court$=^ct$ ^place$=^pl$ ^square$=^sq$ ^terrace$=^tce$
            ^crescent$=^cres$ ^highway$=^hwy$ ^parkway$=^pkwy$ ^circle$=^cir$ ^close$=^cl$ ^gardens$=^gdns$ ^grove$=^gr$
            ^apartment$=^apt$ ^building$=^bldg$ ^floor$=^fl$ ^suite$>^ste$ ^unit$>^u$ ^mount$=^mt$ ^fort$=^ft$
            ^north$=^n$ ^south$=^s$ ^east$=^e$ ^west$=^w$ ^northeast$=^ne$ ^northwest$=^nw$ ^southeast$=^se$
            ^southwest$=^sw$ ^post_office_box$=^po_box$ ^number$>^no$
            straße$>str. strasse$>str. ^straße$>^str.$ ^strasse$>^str.$ str.$>straße ^platz$>^pl.$ platz$>pl. ^sankt$>^st.$
            ^rue$>^r.$ ^sainte$>^ste$ ^calle$=^c/$ ^avenida$=^avda$ ^plaza$=^pza$
            ^via$>^v.$ ^piazza$>^p.za$ ^straat$>^str$ straat$>str laan$>ln gatan$>g. vägen$>v. ^santa$>^sta$ ^santo$>^sto$
            """;

    private final Rules rules = new Rules(FORMS, true);

    @Override
    public boolean fits(Variable variable) {
        Role role = variable.role();
        return role == Role.STREET || role == Role.ADDRESS || role == Role.CITY || role == Role.TEXT;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        StringBuilder text = row.text().append(cell);
        if (!rules.apply(text, rng)) {
            return false;
        }
        row.set(variable, text.toString());
        return true;
    }
}
