package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.semblance.plugin.Options;

/**
 * Every key of a file of parameters, by the block that it stands in, from the records that hold them: what is read,
 * written, explained and put into the JSON Schema is this list. Keys are written with underscores, as {@code sort_by_date}.
 */
public final class Keys {
    /**
     * Keys that stand together.
     *
     * @param name the key above them; empty for those of the file itself
     * @param other another name that is read too, or empty
     * @param doc what the block is about
     * @param defaults the records whose components are the keys
     */
    public record Block(String name, String other, String doc, List<? extends Record> defaults) {
        /** The keys with their documentation and standard values, in order. */
        public List<Options.Description> keys() {
            List<Options.Description> out = new ArrayList<>();
            defaults.forEach(record -> out.addAll(Options.describe(record)));
            return out;
        }

        /** Their names as the file has them. */
        public List<String> names() {
            return keys().stream().map(key -> snake(key.name())).toList();
        }
    }

    public static final String SOURCE = "src";
    public static final String TARGET = "trg";
    public static final String TRUTH = "truth";
    public static final String PEOPLE = "people";
    public static final String TABLE = "table";
    public static final String ERRORS = "errors";
    public static final String TOGETHER = "together";
    public static final String SEED = "seed";

    private static final List<Block> BLOCKS = List.of(
            new Block("", "", "The file itself", List.of(Parameters.GENERAL)),
            new Block(SOURCE, "source", "The source file", records(Asked.SOURCE)),
            new Block(TARGET, "target", "The target file", records(Asked.TARGET)),
            new Block(TRUTH, "", "The truth: who is in both files", List.of(Parameters.TRUTH)),
            new Block(
                    PEOPLE,
                    "",
                    "The people; the days follow from date_lb and date_ub where they are left out",
                    List.of(Parameters.standard().people())),
            new Block(TABLE, "", "A table of your own: for semblance linkage from only", List.of(Parameters.OWN)),
            new Block(TOGETHER, "", "How errors come together", List.of(Parameters.TOGETHER)));

    private Keys() {}

    public static List<Block> blocks() {
        return BLOCKS;
    }

    public static Block block(String name) {
        return BLOCKS.stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no block " + name));
    }

    /** The five records of a file, in the order in which their keys are written. */
    static List<Record> records(Asked asked) {
        return List.of(asked.size(), asked.columns(), asked.formats(), asked.coverage(), asked.slips());
    }

    /** {@code sort-by-date} becomes {@code sort_by_date}. */
    public static String snake(String kebab) {
        return kebab.replace('-', '_');
    }

    /** Other names that keys are read by, e2elink's, and the key that each stands for. */
    public static Map<String, String> aliases() {
        return Legacy.NAMES;
    }

    /** What the values of a key may be besides, as e2elink writes them: flags and words. */
    public static List<Object> otherValues(String key) {
        return switch (key) {
            case "split_full_name", "address" -> List.of(true, false);
            case "name_misspelling_type" -> List.of("Fast", "Accurate");
            default -> List.of();
        };
    }

    static String kebab(String snake) {
        return snake.replace('_', '-');
    }
}
