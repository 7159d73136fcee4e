package org.semblance.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Metadata;

/**
 * A model of a table or a database in a file: a zip of {@code manifest.json} (format version, provenance, what it holds
 * of the real data, schemas), {@code model.json} (readable parameters) and {@code arrays/*.bin} ({@link ArrayBytes}). Nothing in it is
 * executable. Equal models give equal bytes, as far as the zlib of both machines compresses alike.
 */
public final class ModelFile {
    /** The newest format: 1 is a model of one table, 2 of a database. All up to it are read, for ever. */
    public static final int VERSION = 2;

    private static final String AGAIN = "Fit the model again, or copy the file again from where it came.";

    private ModelFile() {}

    /**
     * Writes a model; the stream stays open.
     *
     * @param synthesizer the name by which a reader finds the model's loader
     * @throws ProblemException if the model is larger than a reader would accept
     * @throws UncheckedIOException if the stream cannot be written
     */
    public static void write(OutputStream out, Model model, String synthesizer, Provenance provenance) {
        write(out, model, synthesizer, provenance, Limits.STANDARD);
    }

    static void write(OutputStream out, Model model, String synthesizer, Provenance provenance, Limits limits) {
        Manifest manifest = Manifest.of(synthesizer, provenance, model.contents(), model.schema());
        write(out, manifest, model.store(), limits);
    }

    /** As the other, for a model of a database. */
    public static void write(OutputStream out, DatabaseModel model, String synthesizer, Provenance provenance) {
        Manifest manifest = Manifest.of(synthesizer, provenance, model.contents(), model.metadata());
        write(out, manifest, model.store(), Limits.STANDARD);
    }

    private static void write(OutputStream out, Manifest manifest, Stored stored, Limits limits) {
        try {
            new ModelWriter(limits).write(out, manifest, stored);
        } catch (BadFile e) {
            throw ProblemException.data(Problem.of("the model cannot be kept: " + e.reason() + ".")
                    .fix("Fit it with fewer rows or columns."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model of one table to the end of the stream, which stays open. The file is not trusted: sizes, names,
     * nesting and checksums are checked as they arrive, and a loader that stumbles over its content is a problem of the
     * file.
     *
     * @param name of the file, for messages
     * @param loaders the loader of a synthesizer's models by the synthesizer's name; throws a
     *     {@link ProblemException} for a name it does not know
     * @throws ProblemException saying what is wrong with the file and what to do
     */
    public static Kept read(InputStream in, String name, Function<String, ModelLoader> loaders) {
        return read(in, name, loaders, Limits.STANDARD);
    }

    static Kept read(InputStream in, String name, Function<String, ModelLoader> loaders, Limits limits) {
        return (Kept) open(in, name, loaders, null, limits);
    }

    /** Who puts models together: the loaders of tables' and of databases' models, by the synthesizer's name. */
    public record Loaders(Function<String, ModelLoader> tables, Function<String, DatabaseLoader> databases) {}

    /** As {@link #read}, for a model of one table or of a database. */
    public static Opened open(InputStream in, String name, Loaders loaders) {
        return open(in, name, loaders.tables, loaders.databases, Limits.STANDARD);
    }

    private static Opened open(
            InputStream in,
            String name,
            Function<String, ModelLoader> tables,
            @Nullable Function<String, DatabaseLoader> databases,
            Limits limits) {
        try {
            ModelReader reader = new ModelReader(limits);
            reader.read(in);
            Manifest manifest = reader.manifest();
            Metadata database = manifest.database();
            if (database == null) {
                Model model = known(manifest, tables).load(reader.stored(), manifest.schema());
                return new Kept(model, manifest.synthesizer(), manifest.provenance(), manifest.contents());
            }
            if (databases == null) {
                throw new BadFile("it is a model of a database, not of one table", "Give a model of one table.");
            }
            DatabaseModel model = known(manifest, databases).load(reader.stored(), database);
            return new KeptDatabase(model, manifest.synthesizer(), manifest.provenance(), manifest.contents());
        } catch (BadFile e) {
            throw problem(name, e.reason(), e.cure());
        } catch (ProblemException e) {
            throw new ProblemException(
                    ProblemException.Kind.DATA,
                    e.problems().stream().map(p -> p.within(name)).toList());
        } catch (IOException e) {
            throw ProblemException.data(Problem.of("this file cannot be read (" + e.getMessage() + ").")
                    .at(name)
                    .fix("Check that it is there and that you may read it."));
        } catch (OutOfMemoryError e) {
            throw ProblemException.data(Problem.of("this model needs more memory than there is.")
                    .at(name)
                    .fix("Give Java more (-Xmx)."));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw problem(name, "its parts do not fit together", "");
        }
    }

    private static <L> L known(Manifest manifest, Function<String, L> loaders) throws BadFile {
        try {
            return loaders.apply(manifest.synthesizer());
        } catch (ProblemException e) {
            String made = manifest.provenance().versions().getOrDefault("semblance", "");
            throw new BadFile(
                    "it was made by the synthesizer \"" + manifest.synthesizer() + "\", which is not known here",
                    made.isEmpty() ? AGAIN : "Use Semblance " + made + ", which made it, or fit the model again.");
        }
    }

    private static ProblemException problem(String name, String reason, String cure) {
        return ProblemException.data(Problem.of("this is not a usable model file: " + reason + ".")
                .at(name)
                .fix(cure.isEmpty() ? AGAIN : cure));
    }
}
