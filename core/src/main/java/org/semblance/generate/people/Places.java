package org.semblance.generate.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Towns with their region, postcodes and area codes, and streets. A line of {@code [city]} is {@code town | region |
 * postcodes | area codes | people in thousands}; town and region may be {@code native=romanised}; a postcode's '#' is any digit, '%' one
 * from 1 to 9 and '@' any letter that postcodes use (no S: the Netherlands give out no SA, SD, SS).
 */
final class Places {
    private static final String LETTERS = "ABDEFGHJLNPQRTUWXYZ";
    private static final int NUMBERS = 10_000;

    private final String[] city;
    private final String[] cityRomanised;
    private final String[] region;
    private final String[] regionRomanised;
    private final String[][] postcodes;
    private final String[][] areas;
    private final int[] regionOf;
    private final int[][] citiesOf;
    private final Weighted everywhere;
    private final Weighted[] inRegion;
    private final Names streets;
    private final String[] numbers = new String[NUMBERS];
    private final int highest;

    Places(Book book, UnaryOperator<String> romanise) {
        List<String> lines = book.lines("city");
        int n = lines.size();
        city = new String[n];
        region = new String[n];
        cityRomanised = new String[n];
        regionRomanised = new String[n];
        postcodes = new String[n][];
        areas = new String[n][];
        regionOf = new int[n];
        double[] people = new double[n];
        Map<String, List<Integer>> regions = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            String[] parts = lines.get(i).split("\\s*\\|\\s*");
            city[i] = Names.shown(parts[0]);
            region[i] = Names.shown(parts[1]);
            cityRomanised[i] = Names.latin(parts[0], romanise);
            regionRomanised[i] = Names.latin(parts[1], romanise);
            postcodes[i] = parts[2].split("\\s*,\\s*");
            areas[i] = parts[3].split("\\s*,\\s*");
            people[i] = Double.parseDouble(parts[4]);
            regions.computeIfAbsent(parts[1], r -> new ArrayList<>()).add(i);
        }
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
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = String.valueOf(i);
        }
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
        return city.length;
    }

    /** The forms of a town's postcodes. */
    List<String> postcodes(int town) {
        return List.of(postcodes[town]);
    }

    String city(int town, boolean romanised) {
        return romanised ? cityRomanised[town] : city[town];
    }

    String region(int town, boolean romanised) {
        return romanised ? regionRomanised[town] : region[town];
    }

    String area(int town, long bits) {
        return areas[town][Key.below(bits, areas[town].length)];
    }

    /** How many signs the longest area code has. */
    int longestArea() {
        int longest = 0;
        for (String[] codes : areas) {
            for (String code : codes) {
                longest = Math.max(longest, code.length());
            }
        }
        return longest;
    }

    String street(long bits, boolean romanised) {
        int place = streets.at(bits, 0);
        return romanised ? streets.romanised(place) : streets.written(place);
    }

    /** Small numbers more often: the square of a uniform one, up to the country's highest. */
    String number(long bits) {
        double u = Key.unit(bits);
        return numbers[1 + (int) (u * u * highest)];
    }

    String postcode(int town, long bits) {
        String shape = postcodes[town][Key.below(bits, postcodes[town].length)];
        long rest = Key.next(bits) >>> 1;
        Digits out = new Digits();
        for (int i = 0; i < shape.length(); i++) {
            char sign = shape.charAt(i);
            if (sign == '#') {
                out.add((char) ('0' + rest % 10));
                rest /= 10;
            } else if (sign == '@') {
                out.add(LETTERS.charAt((int) (rest % LETTERS.length())));
                rest /= LETTERS.length();
            } else if (sign == '%') {
                out.add((char) ('1' + rest % 9));
                rest /= 9;
            } else {
                out.add(sign);
            }
        }
        return out.toString();
    }
}
