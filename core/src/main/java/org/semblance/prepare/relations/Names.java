package org.semblance.prepare.relations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words that the names of tables and columns are made of: {@code OrderID}, {@code order_id} and {@code ORDER ID} are
 * order + id; {@code tbl_categories} is about a category.
 */
final class Names {
    /** What a column that names rows may end with. */
    private static final Set<String> ENDINGS = Set.of(
            "id",
            "ids",
            "key",
            "code",
            "no",
            "nr",
            "num",
            "number",
            "uuid",
            "guid",
            "ref",
            "fk",
            "pk",
            "sk",
            "identifier");

    /** What a table's name may begin with that says nothing of what it is about. */
    private static final Set<String> PREFIXES =
            Set.of("tbl", "table", "t", "dim", "fact", "lkp", "lookup", "ref", "vw", "v", "dbo", "public");

    private static final Map<String, String> IRREGULAR = Map.of(
            "people",
            "person",
            "children",
            "child",
            "men",
            "man",
            "women",
            "woman",
            "staff",
            "staff",
            "indices",
            "index");

    private Names() {}

    /** In lower case, in order. */
    static List<String> words(String name) {
        String spaced =
                name.replaceAll("([\\p{Ll}0-9])(\\p{Lu})", "$1 $2").replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2");
        return Arrays.stream(spaced.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String joined(List<String> words) {
        return String.join("", words);
    }

    static boolean ending(String word) {
        return ENDINGS.contains(word);
    }

    /** Whether the name says that its values name something: {@code patient_id}, {@code ArticleNo}, {@code PATIENTID}. */
    static boolean identifying(List<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        String last = words.get(words.size() - 1);
        return ending(last) || (last.length() > 4 && last.endsWith("id"));
    }

    /** The words of a column without those that only say that it names something; all of them where nothing is left. */
    static List<String> stem(List<String> words) {
        int end = words.size();
        while (end > 0 && ending(words.get(end - 1))) {
            end--;
        }
        return end == 0 ? words : words.subList(0, end);
    }

    /** What a table is about, as words, in every form a column may name it by: {@code [[order, detail], [order, details]]}. */
    static List<List<String>> forms(String table) {
        List<String> words = words(table);
        int from = 0;
        while (from < words.size() - 1 && PREFIXES.contains(words.get(from))) {
            from++;
        }
        List<String> rest = words.subList(from, words.size());
        Set<List<String>> forms = new LinkedHashSet<>();
        if (!rest.isEmpty()) {
            String last = rest.get(rest.size() - 1);
            for (String form : singulars(last)) {
                List<String> some = new ArrayList<>(rest.subList(0, rest.size() - 1));
                some.add(form);
                forms.add(some);
            }
        }
        return List.copyOf(forms);
    }

    /** A word as it is, and what it may be the plural of. */
    static Set<String> singulars(String word) {
        Set<String> out = new LinkedHashSet<>();
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            out.add(irregular);
        } else if (word.endsWith("ies") && word.length() > 4) {
            out.add(word.substring(0, word.length() - 3) + "y");
        } else if (word.endsWith("s") && !word.endsWith("ss") && word.length() > 3) {
            out.add(word.substring(0, word.length() - 1));
            if (word.endsWith("es")) {
                out.add(word.substring(0, word.length() - 2));
            }
        }
        out.add(word);
        return out;
    }
}
