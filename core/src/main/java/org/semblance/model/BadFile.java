package org.semblance.model;

import java.io.IOException;

/** Says, inside this package, what is wrong with a model file; {@link ModelFile} makes a problem of it. */
final class BadFile extends IOException {
    private static final long serialVersionUID = 1L;
    private final String cure;

    BadFile(String reason) {
        this(reason, "");
    }

    BadFile(String reason, String cure) {
        super(reason);
        this.cure = cure;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** What to do about it, or empty where the usual advice holds. */
    String cure() {
        return cure;
    }
}
