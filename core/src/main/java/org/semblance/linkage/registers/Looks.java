package org.semblance.linkage.registers;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.NameLists;
import org.semblance.linkage.DateText;
import org.semblance.linkage.Role;

/** What the cells of a column look like, and whether they can be what its header says. */
final class Looks {
    /** Share of the cells that must look alike for a column to be taken for it. */
    static final double MOST = 0.9;

    private static final double HALF = 0.5;

    /** Share of cells in the lists of common names: a tenth, since a list of a hundred surnames knows so few of a country. */
    private static final double KNOWN = 0.1;

    private static final double KNOWN_OF_FEW = 0.3;
    private static final int FEW_CELLS = 30;
    private static final int LEAST_KNOWN = 3;
    private static final int DIGITS_OF_A_DATE = 3;
    private static final int ENOUGH = 20;
    private static final int MOST_SEXES = 8;

    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd",
            "yyyyMMdd",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "dd.MM.yyyy",
            "dd-MM-yyyy",
            "MM-dd-yyyy",
            "yyyy/MM/dd",
            "yyyy.MM.dd",
            "yyyy年M月d日",
            "yyyy. M. d.",
            "yyyy. M. d",
            "yyyy년 M월 d일",
            "d MMM yyyy",
            "d-MMM-yyyy",
            "d MMMM yyyy",
            "MMM d, yyyy",
            "MMMM d, yyyy",
            "d. M. yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "d.M.yyyy",
            "d-M-yyyy",
            "yyyy-M-d",
            "yyyy/M/d",
            "dd/MM/yy",
            "MM/dd/yy",
            "dd.MM.yy",
            "dd-MM-yy",
            "d/M/yy",
            "M/d/yy",
            "yyMMdd");

    /** How languages write men and women. */
    private static final List<Set<String>> SEXES = Arrays.stream(
                    ("m f,m w,h f,h m,m v,m k,m n,m ž,m z,b f,м ж,ч ж,α γ,α θ,a θ,e k,ז נ,ذ أ,ա ի,მ ქ,男 女,남 여,男性 女性,남자 여자,"
                                    + "남성 여성,male female,man woman,männlich weiblich,mann frau,herr frau,homme femme,masculin féminin,"
                                    + "hombre mujer,masculino femenino,masculino feminino,maschio femmina,uomo donna,man vrouw,"
                                    + "man kvinna,mann kvinne,mand kvinde,mies nainen,mężczyzna kobieta,muž žena,bărbat femeie,"
                                    + "masculin feminin,мъж жена,мужской женский,муж жен,мужчина женщина,чоловік жінка,"
                                    + "чоловіча жіноча,άνδρας γυναίκα,άρρεν θήλυ,erkek kadın,זכר נקבה,ذكر أنثى,արական իգական,"
                                    + "კაცი ქალი,მამრობითი მდედრობითი")
                            .split(","))
            .map(pair -> Set.of(pair.split(" ")))
            .toList();

    private static final Set<String> NEITHER = Set.of("x", "d", "u", "other", "unknown", "divers", "diverse");

    private final List<String> cells;

    /** @param cells those that are not empty */
    Looks(List<String> cells) {
        this.cells = cells;
    }

    double share(Predicate<String> test) {
        return cells.stream().filter(test).count() / (double) Math.max(1, cells.size());
    }

    /** Whether the cells can be what a header says; no cell says nothing against it. */
    boolean fit(Role role) {
        if (cells.isEmpty()) {
            return true;
        }
        return switch (role) {
            case POSTCODE, PHONE, HOUSE_NUMBER, AGE, BIRTH_YEAR -> share(cell -> digits(cell) > 0) >= HALF;
            case BIRTH_DATE, VISIT_DATE, ENTRY_DATE, DATE -> share(cell -> digits(cell) >= DIGITS_OF_A_DATE) >= HALF;
            case FULL_NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME, CITY, STREET, ADDRESS ->
                share(cell -> cell.chars().anyMatch(Character::isLetter)) >= HALF;
            case EMAIL -> share(cell -> cell.indexOf('@') > 0) >= HALF;
            case SEX -> new HashSet<>(cells).size() <= MOST_SEXES;
            default -> true;
        };
    }

    private static long digits(String cell) {
        return cell.chars().filter(Character::isDigit).count();
    }

    /** Whole numbers, each in one row: what numbers rows or people. */
    boolean numbered() {
        return cells.size() >= ENOUGH
                && new HashSet<>(cells).size() == cells.size()
                && share(cell -> cell.chars().allMatch(Character::isDigit)) == 1;
    }

    /** The pattern that most of the cells are dates of, at least so many; the first of several, or an empty text. */
    String pattern(double least) {
        String best = "";
        double most = 0;
        for (int i = 0; i < PATTERNS.size() && most < 1; i++) {
            DateText dates = new DateText(PATTERNS.get(i));
            double share = share(cell -> dates.day(cell) != DateText.NONE);
            if (share >= least && share > most) {
                best = PATTERNS.get(i);
                most = share;
            }
        }
        return best;
    }

    /** Cells of dates lie so many years apart, but for the earliest and the latest twentieth. */
    int years(String pattern) {
        DateText dates = new DateText(pattern);
        long[] years = cells.stream()
                .mapToLong(dates::day)
                .filter(day -> day != DateText.NONE)
                .map(day -> day / 10_000)
                .sorted()
                .toArray();
        int cut = years.length / 20;
        return years.length == 0 ? 0 : (int) (years[years.length - 1 - cut] - years[cut]);
    }

    /** E-mail, sexes, names of the country, its postcodes, telephone numbers; null where it is none of these. */
    @Nullable
    Role role(NameLists lists) {
        if (share(cell -> cell.indexOf('@') > 0) >= MOST) {
            return Role.EMAIL;
        }
        Set<String> words = new HashSet<>();
        cells.forEach(cell -> words.add(cell.toLowerCase(Locale.ROOT)));
        words.removeAll(NEITHER);
        if (SEXES.contains(words)) {
            return Role.SEX;
        }
        if (share(Looks::wordy) >= MOST) {
            return name(lists);
        }
        if (share(lists::postcode) >= MOST) {
            return Role.POSTCODE;
        }
        return share(Looks::phone) >= MOST ? Role.PHONE : null;
    }

    /** Letters, and signs that stand in names. */
    private static boolean wordy(String cell) {
        return cell.chars()
                .allMatch(c -> Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || " -'’.,·".indexOf(c) >= 0);
    }

    private static boolean phone(String cell) {
        long digits = digits(cell);
        return digits >= 7
                && digits <= 15
                && (cell.charAt(0) == '+' || cell.charAt(0) == '0' || cell.charAt(0) == '(')
                && cell.chars().allMatch(c -> Character.isDigit(c) || " +()/.-".indexOf(c) >= 0);
    }

    private @Nullable Role name(NameLists lists) {
        double[] known = {
            known(lists::given), known(lists::surname), known(cell -> full(cell, lists)), known(lists::town)
        };
        Role[] roles = {Role.FIRST_NAME, Role.LAST_NAME, Role.FULL_NAME, Role.CITY};
        int best = 0;
        for (int i = 1; i < known.length; i++) {
            best = known[i] > known[best] ? i : best;
        }
        double least = cells.size() < FEW_CELLS ? KNOWN_OF_FEW : KNOWN;
        return known[best] >= least ? roles[best] : null;
    }

    /** The share of known cells; none where too few different ones are known to be no chance. */
    private double known(Predicate<String> test) {
        long different =
                cells.stream().distinct().filter(test).limit(LEAST_KNOWN).count();
        return different < LEAST_KNOWN ? 0 : share(test);
    }

    /** A given name beside another word, or a surname and a given name in one. */
    private static boolean full(String cell, NameLists lists) {
        String[] words = cell.strip().split("[\\s,·]+");
        if (words.length > 1) {
            return words.length < 6 && (lists.given(words[0]) || lists.given(words[words.length - 1]));
        }
        for (int split = 1; split < Math.min(3, cell.length()); split++) {
            if (cell.charAt(0) >= 0x2E80
                    && lists.surname(cell.substring(0, split))
                    && lists.given(cell.substring(split))) {
                return true;
            }
        }
        return false;
    }
}
