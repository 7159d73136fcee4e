package org.semblance.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CartTest {
    @Test
    void growsTheTreesOfScikitLearn() throws IOException {
        try (InputStream in = CartTest.class.getResourceAsStream("/reference/cart.json")) {
            JsonNode reference = new ObjectMapper().readTree(in);
            assertThat(reference.path("cases")).isNotEmpty();
            for (JsonNode one : reference.path("cases")) {
                Cart.Data data = data(one);
                Cart.Grown grown = Cart.grow(data, one.path("leaf").asInt(), 0, Rng.of(1));
                assertThat(grown.tree().leaves()).isEqualTo(one.path("leaves").asInt());
                assertThat(grown.tree().predictors()[0])
                        .isEqualTo(one.path("root").path(0).asInt());
                assertThat((double) grown.tree().codes()[0])
                        .isEqualTo(Math.floor(one.path("root").path(1).asDouble()));
                assertThat(impurity(data, grown))
                        .isCloseTo(
                                one.path("within").asDouble(),
                                within(reference.path("tolerance").asDouble()));
            }
        }
    }

    private static Cart.Data data(JsonNode one) {
        byte[][] x = new byte[one.path("x").size()][];
        int[] bins = new int[x.length];
        for (int f = 0; f < x.length; f++) {
            x[f] = bytes(one.path("x").path(f));
            bins[f] = one.path("bins").asInt();
        }
        return new Cart.Data(x, bins, bytes(one.path("y")), one.path("classes").asInt(), 0);
    }

    private static byte[] bytes(JsonNode numbers) {
        byte[] out = new byte[numbers.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) numbers.path(i).asInt();
        }
        return out;
    }

    /** The sum over leaves of rows times Gini impurity. */
    private static double impurity(Cart.Data data, Cart.Grown grown) {
        double sum = 0;
        for (int leaf = 0; leaf < grown.tree().leaves(); leaf++) {
            double[] counts = new double[data.classes()];
            double size = 0;
            for (int i = grown.start()[leaf]; i < grown.start()[leaf + 1]; i++) {
                counts[data.target()[grown.rows()[i]]]++;
                size++;
            }
            sum += size;
            for (double count : counts) {
                sum -= count * count / size;
            }
        }
        return sum;
    }

    @Test
    void histogramsAndSortingFindTheSameSplits() {
        Cart.Data data = noisy(9000, 3);
        Cart.Grown grown = Cart.grow(data, 500, 0, Rng.of(1));
        double[] gains = new double[2];
        for (int k = 0; k < 256; k++) {
            double gain = gain(data, 0, k);
            if (gain > gains[0]) {
                gains[0] = gain;
                gains[1] = k;
            }
        }
        assertThat(grown.tree().predictors()[0]).isZero();
        assertThat((double) grown.tree().codes()[0]).isEqualTo(gains[1]);
        for (int row = 0; row < 9000; row += 97) {
            int leaf = grown.tree().leaf(data.predictors(), row);
            assertThat(rowsOf(grown, leaf)).contains(row);
        }
    }

    private static int[] rowsOf(Cart.Grown grown, int leaf) {
        return java.util.Arrays.copyOfRange(grown.rows(), grown.start()[leaf], grown.start()[leaf + 1]);
    }

    private static double gain(Cart.Data data, int f, int code) {
        double[][] counts = new double[2][data.classes()];
        for (int i = 0; i < data.target().length; i++) {
            counts[(data.predictors()[f][i] & 0xFF) <= code ? 0 : 1][data.target()[i]]++;
        }
        double gain = 0;
        for (double[] side : counts) {
            double size = 0;
            double squares = 0;
            for (double count : side) {
                size += count;
                squares += count * count;
            }
            gain += size == 0 ? Double.NEGATIVE_INFINITY : squares / size;
        }
        return gain;
    }

    private static Cart.Data noisy(int n, int seed) {
        Rng rng = Rng.of(seed);
        byte[][] x = new byte[2][n];
        byte[] y = new byte[n];
        for (int i = 0; i < n; i++) {
            x[0][i] = (byte) rng.nextInt(256);
            x[1][i] = (byte) rng.nextInt(256);
            y[i] = (byte) ((x[0][i] & 0xFF) / 256.0 + 0.4 * rng.nextDouble() > 0.7 ? 1 : 0);
        }
        return new Cart.Data(x, new int[] {256, 256}, y, 2, 0);
    }

    /** With splits asked to gain 6 deviations above chance, none should be found in noise: 200 trees, rate below 1e-6. */
    @Test
    void pruningFindsNothingInNoise() {
        for (int seed = 0; seed < 200; seed++) {
            Rng rng = Rng.of(seed);
            byte[][] x = new byte[1][400];
            byte[] y = new byte[400];
            for (int i = 0; i < 400; i++) {
                x[0][i] = (byte) rng.nextInt(2);
                y[i] = (byte) rng.nextInt(10);
            }
            Cart.Grown grown = Cart.grow(new Cart.Data(x, new int[] {2}, y, 10, 0), 10, 6, Rng.of(seed));
            assertThat(grown.tree().leaves()).isEqualTo(1);
        }
    }

    @Test
    void leavesHoldTheRowsAskedFor() {
        Cart.Grown grown = Cart.grow(noisy(5000, 4), 60, 0, Rng.of(1));
        for (int leaf = 0; leaf < grown.tree().leaves(); leaf++) {
            assertThat(grown.start()[leaf + 1] - grown.start()[leaf]).isGreaterThanOrEqualTo(60);
        }
    }
}
