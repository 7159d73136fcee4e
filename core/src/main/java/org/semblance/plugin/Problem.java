package org.semblance.plugin;

/**
 * One thing that is wrong, said so that it can be mended.
 *
 * @param what what is wrong, with the value and what was expected
 * @param where the place (file and line, column, flag), or empty
 * @param fix what to do about it, or empty
 */
public record Problem(String what, String where, String fix) {
    public static Problem of(String what) {
        return new Problem(what, "", "");
    }

    public Problem at(String place) {
        return new Problem(what, place, fix);
    }

    /** The same with a wider place before the one that it names. */
    public Problem within(String place) {
        return at(where.isEmpty() ? place : place + ", " + where);
    }

    public Problem fix(String cure) {
        return new Problem(what, where, cure);
    }

    /** The problem as one line: {@code where: what. fix}. */
    public String line() {
        String place = where.isEmpty() ? "" : where + ": ";
        return place + what + (fix.isEmpty() ? "" : " " + fix);
    }
}
