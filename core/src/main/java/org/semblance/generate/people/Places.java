package org.semblance.generate.people;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.semblance.io.ByteSink;

/**
 * Towns with their region, postcodes and area codes, and streets. A line of {@code [city]} is {@code town | region |
 * postcodes | area codes | people in thousands}; town and region may be {@code native=romanised}; a postcode's '#' is any digit, '%' one
 * from 1 to 9 and '@' any letter that postcodes use (no S: the Netherlands give out no SA, SD, SS).
 */
final class Places {
    private static final String LETTERS = "ABDEFGHJLNPQRTUWXYZ";

    private final Texts city;
    private final Texts cityRomanised;
    private final Texts region;
    private final Texts regionRomanised;
    private final byte[][][] postcodes;
    private final byte[][][] areas;
    private final int[] regionOf;
    private final int[][] citiesOf;
    private final Weighted everywhere;
    private final Weighted[] inRegion;
    private final Names streets;
    private final int highest;

    Places(Book book, UnaryOperator<String> romanise) {
        List<String> lines = book.lines("city");
        int n = lines.size();
        String[][] cities = new String[2][n];
        String[][] theirs = new String[2][n];
        postcodes = new byte[n][][];
        areas = new byte[n][][];
        regionOf = new int[n];
        double[] people = new double[n];
        Map<String, List<Integer>> regions = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            List<String> parts = parts(lines.get(i), '|');
            cities[0][i] = Names.shown(parts.get(0));
            theirs[0][i] = Names.shown(parts.get(1));
            cities[1][i] = Names.latin(parts.get(0), romanise);
            theirs[1][i] = Names.latin(parts.get(1), romanise);
            postcodes[i] = bytes(parts.get(2));
            areas[i] = bytes(parts.get(3));
            people[i] = Double.parseDouble(parts.get(4));
            regions.computeIfAbsent(parts.get(1), r -> new ArrayList<>()).add(i);
        }
        city = Texts.of(cities[0]);
        region = Texts.of(theirs[0]);
        cityRomanised = Texts.of(cities[1]);
        regionRomanised = Texts.of(theirs[1]);
        everywhere = new Weighted(people);
        citiesOf = new int[regions.size()][];
        inRegion = new Weighted[regions.size()];
        int r = 0;
        for (List<Integer> members : regions.values()) {
            citiesOf[r] = members.stream().mapToInt(i -> i).toArray();
            inRegion[r] =
                    new Weighted(members.stream().mapToDouble(i -> people[i]).toArray());
            for (int i : members) {
                regionOf[i] = r;
            }
            r++;
        }
        streets = Streets.of(book, romanise);
        highest = Integer.parseInt(book.about("highest-number", "120"));
    }

    /** What stands between the signs, without spaces around it. */
    private static List<String> parts(String line, char sign) {
        List<String> out = new ArrayList<>();
        int from = 0;
        for (int to = line.indexOf(sign); to >= 0; to = line.indexOf(sign, from)) {
            out.add(line.substring(from, to).strip());
            from = to + 1;
        }
        out.add(line.substring(from).strip());
        return out;
    }

    private static byte[][] bytes(String list) {
        return parts(list, ',').stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    int anywhere(long bits) {
        return everywhere.at(bits);
    }

    /** A town of the same region; it may be the same one. */
    int near(int town, long bits) {
        int own = regionOf[town];
        return citiesOf[own][inRegion[own].at(bits)];
    }

    /** How many towns there are. */
    int size() {
        return city.size();
    }

    /** The forms of a town's postcodes. */
    List<String> postcodes(int town) {
        return Arrays.stream(postcodes[town])
                .map(code -> new String(code, StandardCharsets.UTF_8))
                .toList();
    }

    private Texts cities(boolean romanised) {
        return romanised ? cityRomanised : city;
    }

    String city(int town, boolean romanised) {
        return cities(romanised).get(town);
    }

    void writeCity(int town, boolean romanised, ByteSink out) {
        cities(romanised).write(town, out);
    }

    private Texts regions(boolean romanised) {
        return romanised ? regionRomanised : region;
    }

    String region(int town, boolean romanised) {
        return regions(romanised).get(town);
    }

    void writeRegion(int town, boolean romanised, ByteSink out) {
        regions(romanised).write(town, out);
    }

    byte[] area(int town, long bits) {
        return areas[town][Key.below(bits, areas[town].length)];
    }

    /** How many signs the longest area code has. */
    int longestArea() {
        int longest = 0;
        for (byte[][] codes : areas) {
            for (byte[] code : codes) {
                longest = Math.max(longest, code.length);
            }
        }
        return longest;
    }

    String street(long bits, boolean romanised) {
        int place = streets.at(bits, 0);
        return romanised ? streets.romanised(place) : streets.written(place);
    }

    void writeStreet(long bits, boolean romanised, ByteSink out) {
        streets.texts(romanised).write(streets.at(bits, 0), out);
    }

    /** Small numbers more often: the square of a uniform one, up to the country's highest. */
    void writeNumber(long bits, ByteSink out) {
        double u = Key.unit(bits);
        out.digits(1 + (int) (u * u * highest), 1);
    }

    void writePostcode(int town, long bits, ByteSink out) {
        byte[] shape = postcodes[town][Key.below(bits, postcodes[town].length)];
        long rest = Key.next(bits) >>> 1;
        for (byte sign : shape) {
            if (sign == '#') {
                out.put((int) ('0' + rest % 10));
                rest /= 10;
            } else if (sign == '@') {
                out.put(LETTERS.charAt((int) (rest % LETTERS.length())));
                rest /= LETTERS.length();
            } else if (sign == '%') {
                out.put((int) ('1' + rest % 9));
                rest /= 9;
            } else {
                out.put(sign);
            }
        }
    }
}
