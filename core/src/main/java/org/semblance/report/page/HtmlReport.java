package org.semblance.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.semblance.report.Report;

/**
 * report.html: a {@link Report} as one page that fetches nothing, works without script, prints, and is the same bytes
 * for the same report. It holds no rows. About 0.3 MB for 100 columns; of more than {@link ColumnSection#DRAWN} only the
 * worst are drawn.
 */
public final class HtmlReport {
    /** The browser itself refuses whatever is not in the page. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
            + " img-src data:; base-uri 'none'; form-action 'none'";

    private HtmlReport() {}

    /** The file's text, to be written as UTF-8. */
    public static String text(Report report) {
        Html html = new Html();
        html.trusted("<!doctype html>\n").open("html", "lang", "en");
        head(html, report);
        html.open("body").line();
        HeaderSection.write(html, report);
        html.open("main").line();
        VerdictSection.write(html, report);
        CardSection.write(html, report);
        ColumnSection.write(html, report);
        PairSection.write(html, report);
        FindingSection.alike(html, report);
        FindingSection.valid(html, report);
        FindingSection.useful(html, report);
        PrivacySection.write(html, report);
        FindingSection.fair(html, report);
        ChangeSection.write(html, report);
        MethodSection.write(html, report);
        html.close().line();
        html.open("script").trusted(resource("report.js")).close();
        html.close().close().line();
        return html.toString();
    }

    private static void head(Html html, Report report) {
        html.open("head").line();
        html.empty("meta", "charset", "utf-8").line();
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.empty("meta", "name", "color-scheme", "content", "light dark").line();
        html.element("title", HeaderSection.title(report.subject())).line();
        html.open("style").trusted(resource("report.css")).close().line();
        html.close().line();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + HtmlReport.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
