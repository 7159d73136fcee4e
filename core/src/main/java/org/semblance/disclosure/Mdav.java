package org.semblance.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of at least {@code size} near points: MDAV, maximum distance to average vector (Domingo-Ferrer and Torra 2005,
 * doi:10.1007/s10618-005-0007-5, algorithm 5.1).
 *
 * <p>While 3 x size points are left: the point furthest from their mean with its nearest ones is a group, and so is the
 * point furthest from that with its nearest. Of 2 x size or more that are left then, the first step once more; the rest
 * is a group. Of equally far points the first is taken. Cost: points^2 x columns / size.
 */
final class Mdav {
    private final double[][] points;
    private final int size;
    private final int[] left;
    private final List<int[]> groups = new ArrayList<>();
    private int count;

    /**
     * @param points per column and point, on one scale
     * @param which the points to group
     */
    private Mdav(double[][] points, int[] which, int size) {
        this.points = points;
        this.size = size;
        this.left = which.clone();
        this.count = which.length;
    }

    /** The points of each group, all points once; a single group where there are fewer than 2 x size. */
    static List<int[]> groups(double[][] points, int[] which, int size) {
        Mdav mdav = new Mdav(points, which, size);
        while (mdav.count >= 3 * size) {
            int far = mdav.furthest(mdav.mean());
            mdav.take(far);
            mdav.take(mdav.furthest(mdav.point(far)));
        }
        if (mdav.count >= 2 * size) {
            mdav.take(mdav.furthest(mdav.mean()));
        }
        if (mdav.count > 0) {
            mdav.groups.add(Arrays.copyOf(mdav.left, mdav.count));
        }
        return mdav.groups;
    }

    private double[] mean() {
        double[] mean = new double[points.length];
        for (int c = 0; c < mean.length; c++) {
            for (int i = 0; i < count; i++) {
                mean[c] += points[c][left[i]];
            }
            mean[c] /= count;
        }
        return mean;
    }

    private double[] point(int which) {
        double[] point = new double[points.length];
        for (int c = 0; c < point.length; c++) {
            point[c] = points[c][which];
        }
        return point;
    }

    private int furthest(double[] from) {
        int furthest = left[0];
        double most = -1;
        for (int i = 0; i < count; i++) {
            double distance = distance(from, left[i]);
            if (distance > most) {
                most = distance;
                furthest = left[i];
            }
        }
        return furthest;
    }

    /** The point with its nearest ones becomes a group. */
    private void take(int point) {
        double[] from = point(point);
        double[] nearest = new double[size];
        int[] places = new int[size];
        int found = 0;
        for (int i = 0; i < count; i++) {
            // The point itself first, before others at the same place.
            double distance = left[i] == point ? -1 : distance(from, left[i]);
            if (found == size && distance >= nearest[size - 1]) {
                continue;
            }
            int k = found < size ? found++ : size - 1;
            for (; k > 0 && nearest[k - 1] > distance; k--) {
                nearest[k] = nearest[k - 1];
                places[k] = places[k - 1];
            }
            nearest[k] = distance;
            places[k] = i;
        }
        int[] group = new int[size];
        for (int k = 0; k < size; k++) {
            group[k] = left[places[k]];
        }
        groups.add(group);
        Arrays.sort(places);
        int kept = places[0];
        for (int i = places[0], next = 0; i < count; i++) {
            if (next < size && places[next] == i) {
                next++;
            } else {
                left[kept++] = left[i];
            }
        }
        count = kept;
    }

    private double distance(double[] from, int point) {
        double sum = 0;
        for (int c = 0; c < from.length; c++) {
            double difference = from[c] - points[c][point];
            sum += difference * difference;
        }
        return sum;
    }
}
