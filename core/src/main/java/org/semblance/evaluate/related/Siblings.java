package org.semblance.evaluate.related;

import org.semblance.random.Rng;

/** Pairs of rows that have the same parent, drawn: cost and number grow with the rows, not with their squares. */
final class Siblings {
    private Siblings() {}

    /** Each row that has a sibling stands once on the left and once on the right. */
    static int[][] ofOne(Link link, Rng rng) {
        Groups families = link.groups(shuffled(link.size(), rng));
        int count = 0;
        for (int g = 0; g < families.count(); g++) {
            count += families.size(g) > 1 ? families.size(g) : 0;
        }
        int[][] pairs = new int[2][count];
        int n = 0;
        for (int g = 0; g < families.count(); g++) {
            int size = families.size(g);
            int start = families.starts()[g];
            for (int i = 0; i < size && size > 1; i++) {
                pairs[0][n] = families.rows()[start + i];
                pairs[1][n++] = families.rows()[start + (i + 1) % size];
            }
        }
        return pairs;
    }

    /** Each row of a parent that has children in both tables stands in a pair at least once. */
    static int[][] ofTwo(Link left, Link right, Rng rng) {
        Groups first = left.groups(shuffled(left.size(), rng.child("left")));
        Groups second = right.groups(shuffled(right.size(), rng.child("right")));
        int count = 0;
        for (int g = 0; g < first.count(); g++) {
            count += met(first, second, g);
        }
        int[][] pairs = new int[2][count];
        int n = 0;
        for (int g = 0; g < first.count(); g++) {
            int meetings = met(first, second, g);
            for (int i = 0; i < meetings; i++) {
                pairs[0][n] = first.rows()[first.starts()[g] + i % first.size(g)];
                pairs[1][n++] = second.rows()[second.starts()[g] + i % second.size(g)];
            }
        }
        return pairs;
    }

    private static int met(Groups first, Groups second, int group) {
        int a = first.size(group);
        int b = second.size(group);
        return a == 0 || b == 0 ? 0 : Math.max(a, b);
    }

    private static int[] shuffled(int rows, Rng rng) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        rng.shuffle(order);
        return order;
    }
}
