package org.semblance.trees;

import java.util.Arrays;

/**
 * The classes a tree tells apart: the codes of a target grouped into few.
 *
 * @param of [n] the class of each row
 * @param count how many classes there are; none of them is empty
 * @param single whether every class is a single code
 */
record Classes(byte[] of, int count, boolean single) {
    /**
     * @param fine [n] fine codes of the target, the last being missing
     * @param forNumbers how many classes of about equal mass numbers get, besides missing
     * @param forLabels how many classes labels get at most: the most frequent ones have their own
     */
    static Classes of(int[] fine, CodeBook book, int forNumbers, int forLabels) {
        int[] mass = new int[book.size() + 1];
        for (int code : fine) {
            mass[code]++;
        }
        byte[] classOf = new byte[book.size() + 1];
        if (book.numeric()) {
            numbers(mass, forNumbers, classOf);
        } else {
            labels(mass, forLabels, classOf);
        }
        byte[] renumbered = new byte[256];
        boolean[] seen = new boolean[256];
        int codes = 0;
        for (int code = 0; code < mass.length; code++) {
            codes += mass[code] > 0 ? 1 : 0;
            seen[classOf[code] & 0xFF] |= mass[code] > 0;
        }
        int count = 0;
        for (int c = 0; c < seen.length; c++) {
            renumbered[c] = (byte) count;
            count += seen[c] ? 1 : 0;
        }
        byte[] out = new byte[fine.length];
        for (int i = 0; i < fine.length; i++) {
            out[i] = renumbered[classOf[fine[i]] & 0xFF];
        }
        return new Classes(out, Math.max(1, count), codes == count);
    }

    private static void numbers(int[] mass, int most, byte[] classOf) {
        int values = mass.length - 1;
        byte[] groups = new byte[values];
        int count = CodeBook.group(Arrays.copyOf(mass, values), most, groups);
        System.arraycopy(groups, 0, classOf, 0, values);
        classOf[values] = (byte) count;
    }

    private static void labels(int[] mass, int most, byte[] classOf) {
        Integer[] order = new Integer[mass.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byMass = Integer.compare(mass[b], mass[a]);
            return byMass != 0 ? byMass : Integer.compare(a, b);
        });
        for (int i = 0; i < order.length; i++) {
            classOf[order[i]] = (byte) Math.min(i, most - 1);
        }
    }
}
