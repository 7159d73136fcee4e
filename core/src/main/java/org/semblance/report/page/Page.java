package org.semblance.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One page that fetches nothing: its head with the style of all reports, and its end. */
public final class Page {
    /** The browser itself refuses whatever is not in the page. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
            + " img-src data:; base-uri 'none'; form-action 'none'";

    private Page() {}

    /** A page up to and with the beginning of its body. */
    public static Html begin(String title) {
        Html html = new Html();
        html.trusted("<!doctype html>\n").open("html", "lang", "en");
        html.open("head").line();
        html.empty("meta", "charset", "utf-8").line();
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.empty("meta", "name", "color-scheme", "content", "light dark").line();
        html.element("title", title).line();
        html.open("style").trusted(resource("report.css")).close().line();
        html.close().line();
        return html.open("body").line();
    }

    /** Ends the body and the page; the file's text, to be written as UTF-8. */
    public static String end(Html html) {
        return html.close().close().line().toString();
    }

    static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + Page.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
