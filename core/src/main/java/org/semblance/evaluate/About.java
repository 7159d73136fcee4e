package org.semblance.evaluate;

/**
 * What a reader of a score must know of the metric.
 *
 * @param aspect which question it answers
 * @param better which values are good
 * @param definition how it is computed, in a sentence or a formula that a statistician can check
 * @param source where it is from: paper with DOI, or package with version
 */
public record About(Aspect aspect, Better better, String definition, String source) {
    /** The questions of an evaluation, in the order they are asked. */
    public enum Aspect {
        /** Could these rows exist? */
        VALID,
        /** Are they distributed like real ones? */
        ALIKE,
        /** Does work done with them give the same answers? */
        USEFUL,
        /** Do they give away whom they were learnt from? */
        PRIVATE,
        /** Do they treat groups as the real rows do? */
        FAIR;

        /** The word on the page and in gates. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Which values are good. */
    public enum Better {
        HIGHER,
        LOWER,
        /** As near as can be to what fresh real rows score. */
        FRESH
    }
}
