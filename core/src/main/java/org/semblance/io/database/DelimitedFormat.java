package org.semblance.io.database;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.run.Run;

/** Delimited text: {@code .csv}, {@code .tsv}, {@code .tab} or {@code .psv}, gzipped or not; one table a file. */
public final class DelimitedFormat implements TableFormat {
    private static final Pattern NAME = Pattern.compile("(?i)(.+)\\.(csv|tsv|tab|psv)(\\.gz)?");

    @Override
    public boolean fits(String fileName) {
        return NAME.matcher(fileName).matches();
    }

    @Override
    public List<Part> open(Path file) {
        return List.of(new Text(file));
    }

    private record Text(Path file) implements Part {
        @Override
        public String name() {
            return NAME.matcher(String.valueOf(file.getFileName())).replaceFirst("$1");
        }

        @Override
        public Loaded read(ReadOptions options, Run run) {
            return TableReader.read(Source.of(file), options, run);
        }
    }
}
