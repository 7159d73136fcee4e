package org.semblance.generate.people;

/**
 * How names are written.
 *
 * @param romanised in Latin letters, or else in the country's own
 */
public record Wording(boolean romanised, Letters letters) {
    /** Small letters and capitals; {@link #TITLE} is how names usually stand. */
    public enum Letters {
        LOWER,
        TITLE,
        UPPER
    }
}
