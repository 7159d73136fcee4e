package org.semblance.bench.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.semblance.run.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another project's tables, made beforehand by {@code bench/peers}: {@code PEER/TABLE/full.csv}, {@code half.csv} and
 * {@code run.json}. Further seeds lie beside it in {@code PEER_seed2}, {@code PEER_seed3}.
 *
 * @param folders the folder of every seed
 */
record Peer(String name, Map<Integer, Path> folders) implements Contender {
    /** All peers below a folder, by name. */
    static List<Peer> below(Path folder) {
        Map<String, Map<Integer, Path>> found = new TreeMap<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                String name = child.getFileName().toString();
                int cut = name.lastIndexOf("_seed");
                int seed = cut < 0 ? 1 : Integer.parseInt(name.substring(cut + 5));
                found.computeIfAbsent(cut < 0 ? name : name.substring(0, cut), k -> new TreeMap<>())
                        .put(seed, child);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Peer> peers = new ArrayList<>();
        found.forEach((name, folders) -> peers.add(new Peer(name, folders)));
        return peers;
    }

    @Override
    public boolean has(Case table, int seed) {
        Path folder = folders.get(seed);
        return folder != null
                && Files.exists(folder.resolve(table.name()).resolve("full.csv"))
                && Files.exists(folder.resolve(table.name()).resolve("half.csv"));
    }

    @Override
    public Trial make(Case table, int seed, Run run) {
        Path base = folders.get(seed);
        if (base == null) {
            throw new IllegalStateException("no seed " + seed);
        }
        Path folder = base.resolve(table.name());
        JsonNode full = JsonMapper.shared().readTree(folder.resolve("run.json")).path("full");
        return new Trial(
                table.train(),
                table.like(folder.resolve("full.csv"), run),
                table.halfA(),
                table.halfB(),
                table.like(folder.resolve("half.csv"), run),
                full.path("fit_s").asDouble(Double.NaN),
                full.path("sample_s").asDouble(Double.NaN));
    }
}
