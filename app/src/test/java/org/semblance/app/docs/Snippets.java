package org.semblance.app.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The fenced blocks of the project's pages: README.md and everything below docs/. */
final class Snippets {
    /**
     * One fenced block.
     *
     * @param page relative to the project's root
     * @param line of its first line
     * @param language the word after the fence
     */
    record Snippet(String page, int line, String language, String text) {
        @Override
        public String toString() {
            return page + ":" + line;
        }
    }

    private Snippets() {}

    /** The folder that holds README.md, from this module's folder upwards. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The blocks of one language, by page and line. */
    static List<Snippet> of(String language) throws IOException {
        List<Path> pages = new ArrayList<>();
        pages.add(root().resolve("README.md"));
        if (Files.isDirectory(root().resolve("docs"))) {
            try (Stream<Path> below = Files.walk(root().resolve("docs"))) {
                below.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        List<Snippet> out = new ArrayList<>();
        for (Path page : pages) {
            blocks(page, language, out);
        }
        return out;
    }

    private static void blocks(Path page, String language, List<Snippet> out) throws IOException {
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (!line.startsWith("```")) {
                continue;
            }
            int end = i + 1;
            while (end < lines.size() && !lines.get(end).trim().equals("```")) {
                end++;
            }
            if (line.substring(3).trim().equals(language)) {
                String text = String.join("\n", lines.subList(i + 1, Math.min(end, lines.size())));
                out.add(new Snippet(root().relativize(page).toString(), i + 2, language, text));
            }
            i = end;
        }
    }
}
