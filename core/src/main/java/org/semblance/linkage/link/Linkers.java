package org.semblance.linkage.link;

import java.util.List;

/** The linkers that difficulty is stated by, the plainest first. */
public final class Linkers {
    public static final List<Linker> REFERENCE =
            List.of(new Exact(), new Rule(), new FellegiSunter(FellegiSunter.Options.DEFAULT));

    private Linkers() {}
}
