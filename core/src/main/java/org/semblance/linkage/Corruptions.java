package org.semblance.linkage;

import org.semblance.plugin.Registry;

/** Everything that can go wrong with a cell. */
public final class Corruptions {
    public static final Registry<Corruption> ALL = Registry.of(
            "corruption", Typo.PLUGIN, Edit.PLUGIN, Ocr.PLUGIN, Phonetic.PLUGIN, Missing.PLUGIN);

    private Corruptions() {}
}
