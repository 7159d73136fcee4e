package org.semblance.constraint.learn;

/** Which things follow from which: arrows, and the ways along them. Used to leave out what follows from other rules. */
final class Reachable {
    private final boolean[][] way;

    Reachable(int things) {
        way = new boolean[things][things];
        for (int i = 0; i < things; i++) {
            way[i][i] = true;
        }
    }

    boolean follows(int from, int to) {
        return way[from][to];
    }

    /** Adds an arrow; O(things) per thing from which its start can be reached. */
    void add(int from, int to) {
        for (boolean[] start : way) {
            if (start[from]) {
                for (int k = 0; k < start.length; k++) {
                    start[k] |= way[to][k];
                }
            }
        }
    }
}
