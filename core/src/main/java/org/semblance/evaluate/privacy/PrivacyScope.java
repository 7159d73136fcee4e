package org.semblance.evaluate.privacy;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the privacy part of an evaluation looks at, and what it does not: the one list, of the page and of report.json. */
public final class PrivacyScope {
    /** An attack that an evaluation tries where it can, and what is not known without it. */
    private record Attack(String measure, String without) {}

    private static final List<Attack> TRIED = List.of(
            new Attack(
                    "membership",
                    "Membership: whether an attacker who knows somebody can tell that they were among the rows learnt from."),
            new Attack(
                    "attribute-inference",
                    "Attribute inference: whether an attacker who knows some columns of somebody learns another."),
            new Attack(
                    "linkability",
                    "Linkage: whether two partial records of somebody can be joined through the synthetic rows."),
            new Attack("singling-out", "Singling out: whether conditions can be found that only one real row meets."),
            new Attack("disclosure", "Disclosure tables for keys that an attacker may know (--keys)."));

    /** Attacks and leaks that are known from the literature and never tried here, as sentences for the report. */
    public static final List<String> NOT_TESTED = List.of(
            "Attackers who can train the same synthesizer again and again (shadow models) and learn what a member's trace"
                    + " looks like.",
            "Attackers who hold the model file, or who may draw as many synthetic rows as they like.",
            "Attacks aimed at one chosen person; rows that are unlike all others are looked at as a group only.",
            "Linking with registers, social media and other outside sources that hold more columns than this table.",
            "Several releases of the same data, which may together tell what none of them tells alone.",
            "Secrets of groups rather than of rows: what the table truly says of a small group is not counted as a leak.",
            "Reconstruction of the whole real table from many published statistics.",
            "What free text, names and identifiers say beyond being copied word for word.");

    private PrivacyScope() {}

    /** The attacks that an evaluation tries where it can, by the measure's name. */
    public static List<String> attacks() {
        return TRIED.stream().map(Attack::measure).toList();
    }

    /** What was not tried, as sentences: attacks without a measure of their name, and {@link #NOT_TESTED}. */
    public static List<String> notTested(Collection<String> measured) {
        return Stream.concat(
                        TRIED.stream()
                                .filter(attack -> !measured.contains(attack.measure))
                                .map(Attack::without),
                        NOT_TESTED.stream())
                .toList();
    }
}
