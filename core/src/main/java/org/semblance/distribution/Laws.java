package org.semblance.distribution;

public final class Laws {
    public static final org.semblance.plugin.Registry<Object> ALL = org.semblance.plugin.Registry.of("law");
}
