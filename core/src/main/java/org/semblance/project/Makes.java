package org.semblance.project;

import java.util.ArrayList;
import java.util.List;
import org.semblance.distribution.Laws;
import org.semblance.generate.Makers;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Registry;

/** Everything that {@code make:} can name: the makes of this package, every law, every generator. */
final class Makes {
    /** What is neither a law nor a generator. */
    static final Registry<Make> ALL =
            Registry.of("make", Category.PLUGIN, Flag.PLUGIN, Calendar.DATE, Calendar.TIME, Calendar.DATETIME);

    private Makes() {}

    static List<Plugin<?>> plugins() {
        List<Plugin<?>> all = new ArrayList<>(ALL.plugins());
        all.addAll(Laws.ALL.plugins());
        all.addAll(Makers.ALL.plugins());
        return all;
    }

    static List<String> names() {
        return plugins().stream().<String>map(Plugin::name).toList();
    }

    static boolean isLaw(String name) {
        return Laws.ALL.names().contains(name);
    }
}
