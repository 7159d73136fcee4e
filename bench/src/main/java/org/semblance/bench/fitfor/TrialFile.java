package org.semblance.bench.fitfor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Trials as a file of values separated by semicolons, one line each; an empty field is unknown. */
final class TrialFile {
    private static final String MEASURED = "m ";
    private static final String WENT = "w ";

    private TrialFile() {}

    static List<Trial> read(Path file) throws IOException {
        List<Trial> trials = new ArrayList<>();
        if (!Files.exists(file)) {
            return trials;
        }
        List<String> lines = Files.readAllLines(file);
        String[] head = lines.get(0).split(";", -1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            Map<String, Double> measured = new LinkedHashMap<>();
            Map<String, Double> went = new LinkedHashMap<>();
            for (int k = 3; k < head.length; k++) {
                if (!cells[k].isEmpty()) {
                    (head[k].startsWith(MEASURED) ? measured : went)
                            .put(head[k].substring(2), Double.parseDouble(cells[k]));
                }
            }
            trials.add(new Trial(cells[0], cells[1], Integer.parseInt(cells[2]), measured, went));
        }
        return trials;
    }

    static void write(List<Trial> trials, Path file) throws IOException {
        Set<String> measured = names(trials, Trial::measured);
        Set<String> went = names(trials, Trial::went);
        StringBuilder out = new StringBuilder("table;way;seed");
        measured.forEach(name -> out.append(';').append(MEASURED).append(name));
        went.forEach(name -> out.append(';').append(WENT).append(name));
        out.append('\n');
        for (Trial trial : trials) {
            out.append(trial.table())
                    .append(';')
                    .append(trial.way())
                    .append(';')
                    .append(trial.seed());
            measured.forEach(name -> out.append(';').append(cell(trial.measured(name))));
            went.forEach(name -> out.append(';').append(cell(trial.went(name))));
            out.append('\n');
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, out);
    }

    private static Set<String> names(List<Trial> trials, Function<Trial, Map<String, Double>> of) {
        Set<String> names = new LinkedHashSet<>();
        trials.forEach(trial -> names.addAll(of.apply(trial).keySet()));
        return names;
    }

    private static String cell(double value) {
        return Double.isNaN(value)
                ? ""
                : String.format(Locale.ROOT, "%.5f", value).replaceFirst("\\.?0+$", "");
    }
}
