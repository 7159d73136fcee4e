package org.semblance.prepare.relations;

import java.util.List;
import java.util.Set;

/**
 * How much the name of a column says that it points at a table: 0 nothing, 1 everything.
 *
 * @param why in words, beginning with "named"; empty where the score is 0
 */
record NameMatch(double score, String why) {
    static final NameMatch NONE = new NameMatch(0, "");

    /** Names of keys that say nothing of the table. */
    private static final Set<String> GENERIC = Set.of("name", "title", "value", "type", "row", "rowid", "label");

    /** Words by which a row names another row of its own table. */
    private static final Set<String> ABOVE = Set.of(
            "parent",
            "manager",
            "boss",
            "supervisor",
            "superior",
            "reports",
            "mentor",
            "previous",
            "predecessor",
            "head",
            "leader",
            "chief",
            "ancestor",
            "replaces",
            "overordnad",
            "chef",
            "mother",
            "father",
            "sire",
            "dam");

    /** What people do, by which other tables name them. */
    private static final Set<String> ROLES = Set.of(
            "manager",
            "supervisor",
            "rep",
            "representative",
            "agent",
            "clerk",
            "seller",
            "salesperson",
            "assignee",
            "owner",
            "author",
            "creator",
            "editor",
            "reviewer",
            "approver",
            "sender",
            "recipient",
            "receiver",
            "technician",
            "operator",
            "doctor",
            "physician",
            "nurse",
            "surgeon",
            "teacher",
            "instructor",
            "tutor",
            "driver",
            "leader",
            "boss",
            "buyer",
            "handler",
            "responsible",
            "head",
            "contact");

    private static final Set<String> PEOPLE =
            Set.of("employee", "staff", "person", "user", "worker", "member", "personnel", "account", "people");

    /** A match of names alone is certain from here on. */
    static final double STRONG = 0.9;

    static NameMatch of(Tabled child, Values column, Tabled parent, Values key) {
        List<String> words = column.words();
        List<String> stem = Names.stem(words);
        boolean itself = child.is(parent);
        NameMatch best = NONE;
        if (!itself && words.equals(key.words()) && specific(key)) {
            best = new NameMatch(names(key, parent) ? 0.95 : STRONG, "named like " + parent.name() + "." + key.name());
        }
        for (List<String> form : parent.forms()) {
            best = better(best, itself ? NONE : whole(words, stem, form, key, parent));
            best = better(best, last(words, stem, form, key, parent));
            best = better(best, itself ? NONE : part(words, stem, form, parent));
        }
        if (itself && stem.stream().anyMatch(ABOVE::contains)) {
            best = better(best, new NameMatch(0.75, "named as somebody above in the same table"));
        }
        if (!itself
                && Names.identifying(words)
                && stem.stream().anyMatch(ROLES::contains)
                && parent.forms().stream().anyMatch(form -> PEOPLE.contains(form.get(form.size() - 1)))) {
            best = better(best, new NameMatch(0.75, "named after what somebody of " + parent.name() + " does"));
        }
        return best;
    }

    /** Whether a column is called as the key of that table would be: after the table, or simply id. */
    static boolean own(Values column, List<List<String>> forms) {
        List<String> words = column.words();
        if (words.size() == 1 && Names.ending(words.get(0))) {
            return true;
        }
        String stem = Names.joined(Names.stem(words));
        String all = Names.joined(words);
        return forms.stream()
                .map(Names::joined)
                .anyMatch(form -> form.equals(all)
                        || (form.equals(stem) && words.size() > 1)
                        || (all.startsWith(form) && Names.ending(all.substring(form.length()))));
    }

    private static NameMatch better(NameMatch one, NameMatch other) {
        return other.score > one.score ? other : one;
    }

    private static boolean specific(Values key) {
        List<String> words = key.words();
        return !(words.size() == 1 && (Names.ending(words.get(0)) || GENERIC.contains(words.get(0))));
    }

    private static boolean names(Values key, Tabled parent) {
        String joined = Names.joined(key.words());
        return parent.forms().stream().map(Names::joined).anyMatch(joined::startsWith);
    }

    /** {@code PATIENT}, {@code patient_id}, {@code PATIENTID} and {@code country_code} for patients and countries. */
    private static NameMatch whole(
            List<String> words, List<String> stem, List<String> form, Values key, Tabled parent) {
        String all = Names.joined(words);
        String name = Names.joined(form);
        if (all.equals(name)) {
            return new NameMatch(STRONG, "named after " + parent.name());
        }
        boolean ended = Names.joined(stem).equals(name) && stem.size() < words.size();
        boolean glued = all.startsWith(name) && Names.ending(all.substring(name.length()));
        if (ended || glued || all.equals(name + Names.joined(key.words()))) {
            return new NameMatch(0.95, "named after " + parent.name());
        }
        return NONE;
    }

    /** {@code manager_staff_id}, {@code home_team} and {@code SUPERVISINGPROVIDERID}: a role, then the table or its key. */
    private static NameMatch last(List<String> words, List<String> stem, List<String> form, Values key, Tabled parent) {
        if (ends(words, key.words()) && specific(key)) {
            return new NameMatch(0.85, "named after a role and " + parent.name() + "." + key.name());
        }
        if (ends(stem, form)) {
            return new NameMatch(stem.size() < words.size() ? 0.85 : 0.75, "named after a role and " + parent.name());
        }
        String all = Names.joined(words);
        String name = Names.joined(form);
        if (words.size() == 1 && name.length() >= 5) {
            int at = all.lastIndexOf(name);
            if (at >= 3 && Names.ending(all.substring(at + name.length()))) {
                return new NameMatch(0.75, "named after a role and " + parent.name());
            }
        }
        return NONE;
    }

    private static boolean ends(List<String> words, List<String> end) {
        return words.size() > end.size()
                && words.subList(words.size() - end.size(), words.size()).equals(end);
    }

    /** {@code dept_id} for departments, {@code type_id} for test_types, {@code ship_via} for shippers. */
    private static NameMatch part(List<String> words, List<String> stem, List<String> form, Tabled parent) {
        String some = Names.joined(stem);
        String name = Names.joined(form);
        boolean ended = stem.size() < words.size();
        if (ended && some.length() >= 3 && (name.startsWith(some) || abbreviates(some, name))) {
            return new NameMatch(0.7, "named by an abbreviation of " + parent.name());
        }
        if (ended
                && form.size() > 1
                && stem.size() == 1
                && form.get(form.size() - 1).equals(some)) {
            return new NameMatch(0.6, "named after the last word of " + parent.name());
        }
        String first = words.isEmpty() ? "" : words.get(0);
        if (first.length() >= 4 && name.startsWith(first)) {
            return new NameMatch(0.5, "its name begins like " + parent.name());
        }
        return NONE;
    }

    /** Whether the letters come in the same order, beginning with the same one, and the last is a consonant of it: dpt, mgr. */
    private static boolean abbreviates(String some, String name) {
        int from = 0;
        for (int i = 0; i < some.length(); i++) {
            int found = name.indexOf(some.charAt(i), from);
            if (found < 0 || (i == 0 && found > 0)) {
                return false;
            }
            from = found + 1;
        }
        return some.chars().noneMatch(c -> "aeiou".indexOf(c) >= 0) && some.length() >= 3;
    }
}
