package org.semblance.app.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A link of a page to a file of the project. */
record Link(String page, Path target) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    static List<Link> ofAllPages() throws IOException {
        Path root = Snippets.root();
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(root)) {
            top.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        if (Files.isDirectory(root.resolve("docs"))) {
            try (Stream<Path> below = Files.walk(root.resolve("docs"))) {
                below.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        List<Link> out = new ArrayList<>();
        for (Path page : pages) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!link.group(1).contains("://") && !link.group(1).startsWith("mailto:")) {
                    out.add(new Link(root.relativize(page).toString(), page.resolveSibling(link.group(1))));
                }
            }
        }
        return out;
    }

    @Override
    public String toString() {
        return page + " -> " + target.getFileName();
    }
}
