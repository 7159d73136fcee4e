package org.semblance.io.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.io.Loaded;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/** Tables in files: those that are asked for, read in parallel. */
final class Parts {
    private Parts() {}

    /** @throws ProblemException naming every table that is not there, and every one that is there twice */
    static List<TableFormat.Part> wanted(List<TableFormat.Part> all, DatabaseOptions options, String where) {
        List<String> names = all.stream().map(TableFormat.Part::name).toList();
        List<Problem> problems = new ArrayList<>();
        for (String wanted : options.tables()) {
            if (!names.contains(wanted)) {
                problems.add(Problem.of("there is no table \"" + wanted + "\".")
                        .at(where)
                        .fix(hint(wanted, names)));
            }
        }
        names.stream()
                .distinct()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .forEach(name -> problems.add(Problem.of("two files hold a table \"" + name + "\".")
                        .at(where)
                        .fix("Rename one, or move it away.")));
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return all.stream().filter(part -> options.wants(part.name())).toList();
    }

    private static String hint(String wanted, List<String> names) {
        String near = Nearest.hint(wanted, names);
        return near.isEmpty() ? "There are: " + String.join(", ", names) + "." : near;
    }

    /** @throws ProblemException with everything that is wrong with any of them */
    static Map<String, Loaded> read(List<TableFormat.Part> parts, DatabaseOptions options, Run run) {
        Loaded[] loaded = new Loaded[parts.size()];
        List<Problem> problems = new ArrayList<>();
        try (Progress.Stage stage = run.progress().begin("read", parts.size(), "tables")) {
            Run each = run.threads(1).silent();
            run.parallel(parts.size(), i -> {
                TableFormat.Part part = parts.get(i);
                try {
                    loaded[i] = part.read(options.of(part.name()), each);
                    stage.add(1);
                } catch (ProblemException e) {
                    synchronized (problems) {
                        problems.addAll(e.problems());
                    }
                }
            });
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(Problem::line));
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        Map<String, Loaded> tables = new LinkedHashMap<>();
        for (int i = 0; i < loaded.length; i++) {
            tables.put(parts.get(i).name(), loaded[i]);
        }
        return tables;
    }

    /** Of the names and bytes of all files, as they are kept. */
    static String hash(List<Path> files, String where) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (Path file : files) {
                digest.update((file.getFileName() + "\0" + Files.size(file) + "\0").getBytes(StandardCharsets.UTF_8));
                try (InputStream in = Files.newInputStream(file)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        digest.update(buffer, 0, n);
                        Run.checkCancelled();
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw ProblemException.data(
                    Problem.of("reading failed: " + e.getMessage() + ".").at(where));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
