package org.semblance.trees;

/** The codes of a feature that occur in a node: a run of rows for each, ascending. */
class Occurring {
    /** How many there are. */
    int count;
    /** The code of each run. */
    int[] code;
    /** How much the rows of each run weigh. */
    int[] size;

    Occurring(int most) {
        code = new int[most];
        size = new int[most];
    }
}
