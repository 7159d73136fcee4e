package org.semblance.evaluate.privacy;

import java.util.List;

/** What the privacy part of an evaluation looks at, and what it does not. */
public final class PrivacyScope {
    /** Attacks and leaks that are known from the literature and not tried here, as sentences for the report. */
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
}
