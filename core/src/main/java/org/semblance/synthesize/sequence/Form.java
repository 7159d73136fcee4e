package org.semblance.synthesize.sequence;

/**
 * What a column of numbers is drawn as: its level, or how far it is from an anchor that is known before it is drawn.
 *
 * @param anchor from where it is measured
 * @param log whether logarithms are taken first, so that what is drawn is a ratio
 * @param other the column of the same step that is the anchor, or -1
 * @param centre of the line
 * @param slope of the line on the value before
 * @param pull of the line on the mean of all values before
 * @param free whether it may leave the range of the real values: a counter that never falls
 */
record Form(Anchor anchor, boolean log, int other, double centre, double slope, double pull, boolean free) {
    /** From where a value is measured. */
    enum Anchor {
        /** From nothing: the value itself is drawn. Keeps heaps; forgets what a leaf cannot resolve. */
        LEVEL,
        /** From the value before: the change is drawn. Random walks. */
        PREVIOUS,
        /** From a line through the value before and the mean of those before. Readings that return. */
        LINE,
        /** From another column of the same step: columns that walk together. */
        BESIDE
    }

    static final Form LEVEL = new Form(Anchor.LEVEL, false, -1, 0, 0, 0, false);

    static Form previous(boolean log, boolean free) {
        return new Form(Anchor.PREVIOUS, log, -1, 0, 1, 0, free);
    }

    static Form line(boolean log, double centre, double slope, double pull) {
        return new Form(Anchor.LINE, log, -1, centre, slope, pull, false);
    }

    static Form beside(boolean log, int other) {
        return new Form(Anchor.BESIDE, log, other, 0, 0, 0, false);
    }

    boolean level() {
        return anchor == Anchor.LEVEL;
    }

    /** The value on the scale of the form. */
    double scaled(double value) {
        return log ? StrictMath.log(value) : value;
    }

    double unscaled(double scaled) {
        return log ? StrictMath.exp(scaled) : scaled;
    }

    /**
     * The anchor, on the scale of the form.
     *
     * @param last the value before, scaled
     * @param mean the mean of all before, scaled
     * @param beside the value of the other column, as it is
     */
    double anchor(double last, double mean, double beside) {
        return switch (anchor) {
            case LEVEL -> 0;
            case PREVIOUS -> last;
            case LINE -> centre + slope * last + pull * mean;
            case BESIDE -> Double.isNaN(beside) ? last : scaled(beside);
        };
    }

    /** A value on the form's scale brought back between two bounds, mirrored at the one it passed. */
    static double mirrored(double value, double least, double most) {
        double inside = value > most ? 2 * most - value : value < least ? 2 * least - value : value;
        return Math.max(least, Math.min(most, inside));
    }
}
