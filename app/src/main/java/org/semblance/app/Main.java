package org.semblance.app;

/** The command {@code semblance}: for now it prints its version. */
public final class Main {
    private Main() {}

    /** Starts the command line. */
    public static void main(String[] args) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("semblance " + (version == null ? "(unpackaged)" : version));
    }
}
