package org.semblance.linkage.registers;

import org.semblance.plugin.Option;

/**
 * What is asked of one of the two files, but for its errors; the keys of {@code src} and {@code trg}. Most keys and their
 * standard values are those of e2elink's sampler and web page (MIT licence, 2021).
 */
public record Asked(Size size, Columns columns, Formats formats, Coverage coverage, Slips slips) {
    /** How many rows about how many people, and when. */
    public record Size(
            @Option(value = "How many rows the file has", min = 1, max = Plan.MOST_ROWS)
            long size,

            @Option(value = "Visits per person on average, each a row of its own", min = 1, max = 100)
            double visits,

            @Option(
                    value = "Share of the rows that enter a visit a second time, with errors of their own",
                    min = 0,
                    max = 0.5)
            double dupl,

            @Option("Whether rows stand in the order of their visits; otherwise in random order")
            boolean sortByDate,

            @Option("First day of a visit") String dateLb,

            @Option("Last day of a visit") String dateUb) {}

    /** Which columns there are beside name, sex, birth and visit. */
    public record Columns(
            @Option("Whether the column of identifiers is left out")
            boolean hideIdentifier,

            @Option("Whether there is a column of national identifiers, with valid check digits")
            boolean nationalId,

            @Option("Whether there is a column of titles") boolean title,

            @Option("Whether there is a column of middle names")
            boolean middleName,

            @Option("Whether there is a column of days of entry, up to a year after the visit")
            boolean entryDate,

            @Option("Whether there is a column with a clinical result")
            boolean clinicalVariable,

            @Option(
                    value =
                            "Columns of the address: none, one, or parts (street, house number, postcode, city, region)",
                    choices = {"none", "one", "parts"})
            String address,

            @Option("Whether there is a column of telephone numbers")
            boolean phone,

            @Option("Whether there is a column of e-mail addresses")
            boolean email) {}

    /** How columns are called and written. */
    public record Formats(
            @Option("How dates are written: %Y-%m-%d, %d %b %Y, %d/%m/%y, or with the letters of yyyy-MM-dd")
            String dateFormat,

            @Option(
                    value = "What is written of the birth",
                    choices = {"birth_date", "birth_year", "age"})
            String ageFormat,

            @Option(
                    value = "Letters of names",
                    choices = {"lower", "title", "upper"})
            String nameFormat,

            @Option(
                    value = "Order of the parts of a full name; usual is as people of the locale write it",
                    choices = {"usual", "first-last", "last-first", "last, first"})
            String nameOrder,

            @Option(
                    value = "Names in one column, or first and last name in one each",
                    choices = {"full", "first+last"})
            String splitFullName,

            @Option(
                    value = "Whether names are in the letters of their own language or in Latin ones",
                    choices = {"native", "roman"})
            String script,

            @Option(
                    value = "How the sex is written: f, F, female, Female or 1 (and 0 for men)",
                    choices = {"lower_abbrv", "upper_abbrv", "lower", "title", "binary"})
            String sexFormat,

            @Option(
                    value = "How a clinical result is written: 1 or Positive",
                    choices = {"binary", "words"})
            String clinicalFormat,

            @Option(
                    "Identifiers: 0 is any digit, A any capital letter, # a check digit (Luhn's), others stand for themselves")
            String identifierFormat,

            @Option(
                    value = "Letters of headers: full_name, full name, Full Name, FULL NAME, FullName",
                    choices = {"snake", "lower", "title", "upper", "camel", "random"})
            String headerStyle,

            @Option(
                    value =
                            "Which other word headers have, as client id for identifier; 0 for the plain one, -1 for any",
                    min = -1,
                    max = 5)
            int headerSynonym,

            @Option("Whether columns stand in random order") boolean shuffleColumns) {}

    /** Share of cells that are not missing. */
    public record Coverage(
            @Option(
                    value = "Share of people with an identifier; the others have none in any of their rows",
                    min = 0,
                    max = 1)
            double identifierCoverage,

            @Option(value = "Share of rows with a name, or of first and of last names", min = 0, max = 1)
            double nameCoverage,

            @Option(value = "Share of rows with a sex", min = 0, max = 1)
            double sexCoverage,

            @Option(value = "Share of rows with a birth date, birth year or age", min = 0, max = 1)
            double ageCoverage,

            @Option(value = "Share of rows with a visit date", min = 0, max = 1)
            double dateCoverage,

            @Option(value = "Share of rows with an entry date", min = 0, max = 1)
            double entryCoverage,

            @Option(value = "Share of rows with a clinical result", min = 0, max = 1)
            double clinicalCoverage,

            @Option(value = "Share of rows with an address, or of each of its parts", min = 0, max = 1)
            double addressCoverage,

            @Option(value = "Share of rows with a telephone number", min = 0, max = 1)
            double phoneCoverage,

            @Option(value = "Share of rows with an e-mail address", min = 0, max = 1)
            double emailCoverage,

            @Option(value = "Share of people with a national identifier", min = 0, max = 1)
            double nationalIdCoverage) {}

    /** Errors of names and dates that are asked for by one number; all others are below errors. */
    public record Slips(
            @Option(value = "Share of rows whose first and last name are exchanged", min = 0, max = 1)
            double swapFullName,

            @Option(value = "Share of rows whose first name is an initial", min = 0, max = 1)
            double abbreviateFullName,

            @Option(value = "Share of rows with a misspelt name", min = 0, max = 1)
            double misspellFullName,

            @Option(
                    value =
                            "How names are misspelt: fast by slips of the keyboard, accurate by sound and misreading too",
                    choices = {"fast", "accurate"})
            String nameMisspellingType,

            @Option(value = "Share of names in other letters than the file's (capitals, small)", min = 0, max = 1)
            double nameMissformat,

            @Option(value = "Share of visit dates in another format than the file's", min = 0, max = 1)
            double dateMissformat,

            @Option(value = "Share of birth dates in another format than the file's", min = 0, max = 1)
            double ageMissformat) {}

    private static final Size SIZE = new Size(100, 1.5, 0.1, true, "2010-01-01", "2020-12-31");
    private static final Columns COLUMNS = new Columns(false, false, false, false, false, false, "none", false, false);
    private static final Formats FORMATS = new Formats(
            "%Y-%m-%d",
            "birth_date",
            "lower",
            "usual",
            "full",
            "native",
            "lower_abbrv",
            "binary",
            "0000-000-00000-#",
            "snake",
            0,
            false);
    private static final Coverage COVERAGE = new Coverage(0.25, 0.98, 0.99, 0.95, 0.9, 1, 1, 0.97, 0.9, 0.6, 0.9);
    private static final Slips SLIPS = new Slips(0.05, 0.05, 0.1, "accurate", 0, 0, 0);

    /** The standard source: 100 rows. */
    static final Asked SOURCE = new Asked(SIZE, COLUMNS, FORMATS, COVERAGE, SLIPS);

    /** The standard target: 1,000 rows. */
    static final Asked TARGET = new Asked(
            new Size(1000, SIZE.visits, SIZE.dupl, SIZE.sortByDate, SIZE.dateLb, SIZE.dateUb),
            COLUMNS,
            FORMATS,
            COVERAGE,
            SLIPS);

    Asked size(long rows) {
        return size(Parameters.changed(size, "size", rows));
    }

    Asked size(Size other) {
        return new Asked(other, columns, formats, coverage, slips);
    }

    /** With each person in one row. */
    Asked single() {
        Size other = new Size(size.size, 1, 0, size.sortByDate, size.dateLb, size.dateUb);
        return new Asked(other, columns, formats, coverage, slips);
    }

    /** With rows in random order. */
    Asked unsorted() {
        Size other = new Size(size.size, size.visits, size.dupl, false, size.dateLb, size.dateUb);
        return new Asked(other, columns, formats, coverage, slips);
    }

    Plan.Side side() {
        return new Plan.Side(size.size, size.visits, size.dupl, size.sortByDate);
    }

    /** The same with names in the other script. */
    Asked otherScript() {
        Formats f = formats;
        String other = f.script.equals("roman") ? "native" : "roman";
        Formats changed = new Formats(
                f.dateFormat,
                f.ageFormat,
                f.nameFormat,
                f.nameOrder,
                f.splitFullName,
                other,
                f.sexFormat,
                f.clinicalFormat,
                f.identifierFormat,
                f.headerStyle,
                f.headerSynonym,
                f.shuffleColumns);
        return new Asked(size, columns, changed, coverage, slips);
    }
}
