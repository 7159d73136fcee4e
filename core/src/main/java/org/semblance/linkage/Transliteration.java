package org.semblance.linkage;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A cell in the other script: Cyrillic and Greek in Latin letters by one of several standards, which differ as clerks
 * do; for other scripts, and from Latin to the native one, what is known of the person. Cells for which there is
 * neither are not eligible.
 *
 * <p>Sources: Cyrillic by ICAO Doc 9303 part 3 (passports), by the German practice (DIN 1460, simplified as in the press)
 * and by the scholars' ISO 9; Greek by ELOT 743 as in ICAO Doc 9303.
 */
final class Transliteration implements Corruption {
    record Options(
            @Option(
                    value = "How Cyrillic is written; any draws one for each cell.",
                    choices = {"any", "passport", "german", "scholars"})
            String standard) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "transliteration",
            "The cell in the other script: Юлия becomes Iuliia, Julija or Julia.",
            new Options("any"),
            Transliteration::new);

    private static final String[] STANDARDS = {"passport", "german", "scholars"};
    private static final String SAME = "аa бb вv гg дd зz иi кk лl мm нn оo пp рr сs тt уu фf іi ўu ";
    private static final String GREEK = "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo "
            + "άa έe ήi ίi όo ύy ώo ϊi ϋy ΐi ΰy";
    private static final Map<String, String> CYRILLIC = Map.of(
            "passport",
            SAME + "еe ёe жzh йi хkh цts чch шsh щshch ъie ыy ьь эe юiu яia єie їi ґg јj љlj њnj ћc ђdj",
            "german",
            SAME + "еe ёjo жsch йj хch цz чtsch шsch щschtsch ъъ ыy ьь эe юju яja єje їji ґg јj љlj њnj ћc ђdj",
            "scholars",
            SAME + "еe ёë жž йj хh цc чč шš щŝ ъъ ыy ьь эè юû яâ єê їï ґg јj љlj њnj ћć ђđ");

    private final String standard;
    private final Map<String, Map<Character, String>> tables = new HashMap<>();

    Transliteration(Options options) {
        standard = options.standard();
        CYRILLIC.forEach((name, text) -> {
            Map<Character, String> table = new HashMap<>();
            for (String pair : (text + " " + GREEK).split(" ")) {
                // A sign that stands for itself is left out: the soft and the hard sign.
                table.put(pair.charAt(0), pair.charAt(1) == pair.charAt(0) ? "" : pair.substring(1));
            }
            tables.put(name, table);
        });
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isWords();
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        String chosen = standard.equals("any") ? STANDARDS[rng.nextInt(STANDARDS.length)] : standard;
        String known = row.known().otherScript(variable);
        String other = known == null || known.equals(cell) ? latin(cell, chosen) : known;
        if (other == null) {
            return false;
        }
        row.set(variable, other);
        return true;
    }

    /** The text in Latin letters, or null where it has no letter of these tables. */
    private @Nullable String latin(String text, String name) {
        Map<Character, String> table = tables.getOrDefault(name, Map.of());
        StringBuilder out = new StringBuilder();
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String letters = c < 0x370 ? null : table.get(Character.toLowerCase(c));
            if ((c == 'υ' || c == 'ύ' || c == 'Υ') && i > 0 && "οόΟ".indexOf(text.charAt(i - 1)) >= 0) {
                letters = "u";
            }
            if (letters == null) {
                out.append(c);
                continue;
            }
            any = true;
            int start = out.length();
            out.append(letters);
            if (Character.isUpperCase(c) && !letters.isEmpty()) {
                boolean capitals = i + 1 < text.length() && Character.isUpperCase(text.charAt(i + 1));
                int end = capitals ? out.length() : start + 1;
                for (int k = start; k < end; k++) {
                    out.setCharAt(k, Character.toUpperCase(out.charAt(k)));
                }
            }
        }
        return any ? out.toString() : null;
    }
}
