package org.semblance.formats.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** How one proves who one is to a database. Nothing of it is ever shown. */
public final class Login {
    /** The environment variable that may hold the password. */
    public static final String VARIABLE = "SEMBLANCE_PASSWORD";

    /** No password: the server trusts us, or its driver knows another way. */
    public static final Login NONE = new Login("");

    private final String password;

    private Login(String password) {
        this.password = password;
    }

    /** @param password what the user must know */
    public static Login of(String password) {
        return new Login(password);
    }

    /** The first line of a file. */
    public static Login file(Path file, String shown) {
        try {
            return new Login(Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw ProblemException.usage(Problem.of("the file with the password cannot be read.")
                    .at(shown)
                    .fix("Its first line is the password; it should be readable by you alone."));
        }
    }

    /** What the environment says, or nothing. */
    public static Login environment(Map<String, String> environment) {
        return new Login(environment.getOrDefault(VARIABLE, ""));
    }

    String password() {
        return password;
    }

    @Override
    public String toString() {
        return password.isEmpty() ? "no password" : "a password";
    }
}
