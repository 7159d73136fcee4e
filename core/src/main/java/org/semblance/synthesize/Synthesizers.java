package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Registry;

/** Every {@link Synthesizer}, the default first. To add one: write its file, and name its plugin here. */
public final class Synthesizers {
    /** Those of this house. */
    public static final Registry<Synthesizer> ALL = Registry.of(
            "synthesizer",
            Trees.PLUGIN,
            Boosted.PLUGIN,
            Sequential.CART,
            Sequential.PARAMETRIC,
            GaussianCopula.PLUGIN,
            Independent.PLUGIN);

    /** What an outside jar implements, and names in {@code META-INF/services}, to bring synthesizers of its own. */
    public interface Provider {
        List<Plugin<Synthesizer>> synthesizers();
    }

    private Synthesizers() {}

    /** Those of this house, and of outside jars that the loader sees. */
    public static Registry<Synthesizer> with(ClassLoader loader) {
        List<Plugin<Synthesizer>> more = new ArrayList<>();
        for (Provider provider : ServiceLoader.load(Provider.class, loader)) {
            more.addAll(provider.synthesizers());
        }
        return ALL.and(more);
    }
}
