package org.semblance.math;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The minimum of a smooth convex function of many numbers by limited-memory quasi-Newton steps (L-BFGS).
 *
 * <p>Keeps the last 10 steps; a step is halved until the function falls enough (Armijo). Cost: a value with its gradient
 * per step, and 40 additions per number.
 *
 * <p>Source: Liu and Nocedal (1989), doi:10.1007/BF01589116.
 */
public final class Descent {
    private static final int MEMORY = 10;
    private static final double ENOUGH = 1e-4;

    /** What is to be made small. */
    public interface Function {
        /** The value at {@code x}; writes its derivatives into {@code gradient}. */
        double at(double[] x, double[] gradient);
    }

    private record Step(double[] moved, double[] turned, double product) {}

    private Descent() {}

    /**
     * From zero to where no derivative is larger than {@code small}, or {@code most} steps on.
     *
     * @param size how many numbers there are
     */
    public static double[] minimum(Function function, int size, double small, int most) {
        double[] x = new double[size];
        double[] gradient = new double[size];
        double value = function.at(x, gradient);
        Deque<Step> memory = new ArrayDeque<>();
        for (int step = 0; step < most && largest(gradient) > small; step++) {
            double[] direction = direction(gradient, memory);
            double slope = Basis.dot(direction, gradient);
            double length = memory.isEmpty() ? 1 / Math.sqrt(Basis.dot(gradient, gradient)) : 1;
            double[] next = new double[size];
            double[] nextGradient = new double[size];
            double nextValue = Double.NaN;
            for (int halving = 0; halving < 40; halving++, length /= 2) {
                for (int i = 0; i < size; i++) {
                    next[i] = x[i] + length * direction[i];
                }
                nextValue = function.at(next, nextGradient);
                if (nextValue <= value + ENOUGH * length * slope) {
                    break;
                }
            }
            if (!(nextValue < value)) {
                break;
            }
            remember(memory, minus(next, x), minus(nextGradient, gradient));
            x = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return x;
    }

    private static void remember(Deque<Step> memory, double[] moved, double[] turned) {
        double product = Basis.dot(moved, turned);
        if (product > 1e-12 * Basis.dot(turned, turned)) {
            memory.addFirst(new Step(moved, turned, product));
            if (memory.size() > MEMORY) {
                memory.removeLast();
            }
        }
    }

    /** Minus the gradient, turned and scaled by what the last steps say of the curvature. */
    private static double[] direction(double[] gradient, Deque<Step> memory) {
        double[] out = new double[gradient.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = -gradient[i];
        }
        double[] shares = new double[memory.size()];
        int k = 0;
        for (Step step : memory) {
            shares[k] = Basis.dot(step.moved, out) / step.product;
            add(out, -shares[k++], step.turned);
        }
        if (!memory.isEmpty()) {
            Step last = memory.getFirst();
            double scale = last.product / Basis.dot(last.turned, last.turned);
            for (int i = 0; i < out.length; i++) {
                out[i] *= scale;
            }
        }
        for (Iterator<Step> back = memory.descendingIterator(); back.hasNext(); ) {
            Step step = back.next();
            add(out, shares[--k] - Basis.dot(step.turned, out) / step.product, step.moved);
        }
        return out;
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] - b[i];
        }
        return out;
    }

    private static double largest(double[] gradient) {
        double largest = 0;
        for (double one : gradient) {
            largest = Math.max(largest, Math.abs(one));
        }
        return largest;
    }
}
