package org.semblance.generate.people;

import java.util.Arrays;
import org.semblance.io.ByteSink;

/** Who is called what: given names without repeats among siblings, surnames after parents and marriages, titles. */
final class Naming {
    /** Of 100 couples of a former marriage, how many women bear its name: a choice. */
    private static final double KEEPS_FORMER = 0.7;

    /** Share of lone mothers who were married: about half, America's Families 2020, table FG6. */
    private static final double WAS_MARRIED = 0.5;

    /** Share of doctors (of medicine and philosophy) among adults, about 2 %: a choice. */
    private static final double DOCTORS = 0.02;

    private static final int UNKNOWN = -1;
    private static final int ADULT = 18;
    private static final String[] HOSTS = {"example.com", "example.org", "example.net"};

    private final Society society;
    private final Country country;
    private final Family family;
    private final int[] given = new int[Households.MOST];
    /** Surnames at birth of those who do not have their parents' here; 0 where not drawn yet. */
    private final long[] own = new long[Households.MOST];

    private final double nameChange;
    private final double middleNames;
    private final boolean sons;
    /** Whether people have one surname; where they have two, whether the father's stands in front. */
    private final boolean one;

    private final boolean fatherFirst;

    Naming(Society society, Country country, Family family) {
        this.society = society;
        this.country = country;
        this.family = family;
        double asked = society.options.nameChange();
        nameChange = asked < 0 ? country.nameChange() : asked;
        middleNames = country.middleNames();
        one = country.inherits().equals("one");
        fatherFirst = country.inherits().equals("father-mother");
        sons = country.middleKind().equals("given");
    }

    void reset() {
        Arrays.fill(given, UNKNOWN);
        Arrays.fill(own, 0);
    }

    /** The place of a given name in the list of the sex; the elder of two siblings chooses first. */
    int given(int place) {
        if (given[place] != UNKNOWN) {
            return given[place];
        }
        if (family.part(place) != Family.Part.CHILD) {
            given[place] = drawn(place);
            return given[place];
        }
        for (int child = family.firstChild; child <= place; child++) {
            if (given[child] == UNKNOWN && family.female[child] == family.female[place]) {
                given[child] = ofChild(child);
            }
        }
        return given[place];
    }

    private int drawn(int place) {
        long bits = society.key.at(family.first + place, Draw.GIVEN);
        return country.given(family.female[place]).at(bits, family.year[place]);
    }

    /** After its elder brothers or sisters have theirs. */
    private int ofChild(int place) {
        int father = family.father();
        if (place == son() && namesakes()) {
            return given(father);
        }
        int parent = family.female[place] ? family.mother() : father;
        int parents = parent < 0 ? UNKNOWN : given(parent);
        int name = drawn(place);
        long bits = society.key.at(family.first + place, Draw.GIVEN);
        for (int attempt = 0; attempt < 8 && (name == parents || taken(place, name)); attempt++) {
            bits = Key.next(bits);
            name = country.given(family.female[place]).at(bits, family.year[place]);
        }
        return name;
    }

    private boolean taken(int place, int name) {
        for (int elder = family.firstChild; elder < place; elder++) {
            if (family.female[elder] == family.female[place] && given[elder] == name) {
                return true;
            }
        }
        return false;
    }

    /** The eldest son, or -1. */
    private int son() {
        for (int i = family.firstChild; i < family.endChild; i++) {
            if (!family.female[i]) {
                return i;
            }
        }
        return -1;
    }

    private boolean namesakes() {
        return sons
                && (family.kind == Family.Kind.FAMILY || family.kind == Family.Kind.LONE)
                && family.father() >= 0
                && son() >= 0
                && Key.chance(society.key.at(family.first, Draw.NAMESAKE), society.options.namesakes());
    }

    boolean namesake(int place) {
        return namesakes() && (place == son() || place == family.father());
    }

    String suffix(int place) {
        if (!country.language().equals("en") || !namesake(place)) {
            return "";
        }
        return place == son() ? "Jr." : "Sr.";
    }

    /** Writes the second given name or the patronymic, or nothing. */
    void writeMiddle(int place, Wording wording, ByteSink out) {
        if (middleNames == 0) {
            return;
        }
        if (!sons) {
            country.patronymics(family.female[place], wording).write(father(place), out);
            return;
        }
        boolean same = place == son() && namesakes();
        int from = same ? family.father() : place;
        long bits = society.key.at(family.first + from, Draw.MIDDLE);
        if (!Key.chance(bits, middleNames)) {
            return;
        }
        Names names = country.given(family.female[place]);
        int name = names.at(Key.next(bits), family.year[from]);
        if (name == given(place)) {
            name = names.at(Key.next(Key.next(bits)), family.year[from]);
        }
        if (name != given(place)) {
            country.given(family.female[place], wording).write(name, out);
        }
    }

    /** The father's given name: that of the household's father for its children, else a name of his time. */
    private int father(int place) {
        boolean child = family.part(place) == Family.Part.CHILD;
        int father = child ? family.father() : UNKNOWN;
        int like = child ? family.firstChild : place;
        long bits = society.key.at(family.first + like, Draw.MIDDLE);
        return father >= 0 ? given(father) : country.given(false).at(bits, family.year[like] - 27);
    }

    /** The surname that somebody was born with. */
    long atBirth(int place) {
        Family.Part part = family.part(place);
        if (part == Family.Part.CHILD) {
            int father = family.father();
            int mother = family.mother();
            long paternal = father >= 0 ? own(father) : fatherOfLone();
            return one ? paternal : child(paternal, mother < 0 ? stranger(1) : own(mother));
        }
        if (part == Family.Part.GRANDPARENT && (!family.female[place] || !one)) {
            return one ? own(family.side()) : pair(Surnames.first(own(family.side())), stranger(2));
        }
        return own(place);
    }

    /** The surname of somebody whose parents do not live here. */
    private long own(int place) {
        if (own[place] == 0) {
            long bits = society.key.at(family.first + place, Draw.SURNAME);
            own[place] = one ? drawn(bits) : pair(drawn(bits), drawn(Key.next(bits)));
        }
        return own[place];
    }

    private long drawn(long bits) {
        return country.surnames().draw(bits);
    }

    private long stranger(int which) {
        return drawn(society.key.at(family.first, Draw.STRANGER + which));
    }

    /** Two surnames; of two that are the same, the register of Spain writes both, those of other countries one. */
    private long pair(long first, long second) {
        return first == second && !fatherFirst ? first : Surnames.joined(first, second, false);
    }

    private long child(long paternal, long maternal) {
        return fatherFirst
                ? pair(Surnames.first(paternal), Surnames.first(maternal))
                : pair(Surnames.last(maternal), Surnames.last(paternal));
    }

    /** A lone mother's children: their father's name where she was married, else hers. */
    private long fatherOfLone() {
        if (!one) {
            return stranger(3);
        }
        return wasMarried(0) ? former(0) : own(0);
    }

    private boolean wasMarried(int place) {
        double share = family.kind == Family.Kind.LONE
                ? WAS_MARRIED
                : family.kind == Family.Kind.SINGLE
                        ? Math.max(0, Math.min(0.85, (society.lastYear - family.year[place] - 27) / 50.0))
                        : 0;
        return family.female[place] && Key.chance(society.key.at(family.first + place, Draw.FORMER), share);
    }

    private long former(int place) {
        return drawn(Key.next(society.key.at(family.first + place, Draw.FORMER)));
    }

    /** The surname as of a day. */
    long surname(int place, Events events, int day) {
        if (!family.female[place] || family.part(place) == Family.Part.CHILD) {
            return atBirth(place);
        }
        long own = atBirth(place);
        if (family.part(place) == Family.Part.GRANDPARENT) {
            return takes(place) ? atBirth(family.side()) : own;
        }
        if (!family.couple()) {
            boolean kept = Key.chance(Key.next(society.key.at(family.first + place, Draw.REVERT)), KEEPS_FORMER);
            return wasMarried(place) && takes(place) && kept ? former(place) : own;
        }
        if (day < events.marriage()
                || day >= events.divorce() && !Key.chance(society.key.at(family.first, Draw.REVERT), KEEPS_FORMER)) {
            return own;
        }
        if (takes(place)) {
            return atBirth(family.father());
        }
        double doubled = country.doubleNames() / Math.max(1e-9, 1 - nameChange);
        boolean joins = Key.chance(Key.next(society.key.at(family.first + place, Draw.NAME_CHANGE)), doubled);
        return joins && one ? doubled(own, atBirth(family.father())) : own;
    }

    /** Both surnames of a couple; one where they are the same. */
    private long doubled(long own, long husband) {
        if (own == husband) {
            return own;
        }
        return country.husbandFirst() ? Surnames.joined(husband, own, true) : Surnames.joined(own, husband, true);
    }

    private boolean takes(int place) {
        return Key.chance(society.key.at(family.first + place, Draw.NAME_CHANGE), nameChange);
    }

    /** Which of the country's titles somebody has; -1 for none. */
    int title(int place, Events events, int day, int age) {
        if (age < ADULT) {
            return -1;
        }
        long bits = society.key.at(family.first + place, Draw.TITLE);
        if (age > 27 && Key.chance(bits, DOCTORS)) {
            return family.female[place] ? 4 : 3;
        }
        Family.Part part = family.part(place);
        boolean wife = part == Family.Part.GRANDPARENT
                || part == Family.Part.ADULT && (family.couple() ? day >= events.marriage() : wasMarried(place));
        return family.female[place] ? wife && (bits & 3) != 0 ? 1 : 2 : 0;
    }

    /** Writes the part of a mail address before its number. */
    void writeMail(int place, Events events, long bits, ByteSink out) {
        Texts first = country.given(family.female[place]).texts(true);
        int name = given(place);
        long code = surname(place, events, society.firstDay);
        int way = Key.below(bits, 4);
        if (way == 2) {
            country.surnames().writePlain(code, family.female[place], out);
            out.put('.');
            first.writePlain(name, out);
            return;
        }
        int start = out.size();
        first.writePlain(name, out);
        if (way == 1) {
            out.cut(Math.min(out.size(), start + 1));
        } else {
            out.put(way == 0 ? '.' : '_');
        }
        country.surnames().writePlain(code, family.female[place], out);
    }

    static String host(long bits) {
        return HOSTS[(int) (bits >>> 2 & 0xFF) % HOSTS.length];
    }
}
