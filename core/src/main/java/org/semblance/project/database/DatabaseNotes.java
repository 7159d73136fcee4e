package org.semblance.project.database;

import java.util.ArrayList;
import java.util.List;
import org.semblance.model.DatabaseModel;
import org.semblance.prepare.relations.Detected;
import org.semblance.prepare.relations.Reference;
import org.semblance.synthesize.related.BesideModel;
import org.semblance.synthesize.sequence.SequenceModel;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;

/** What a reader of a run's report should know beside the figures, in words. */
final class DatabaseNotes {
    private DatabaseNotes() {}

    /** Of models of few sequences: who is protected by what. */
    static List<String> few(DatabaseModel model, DatabaseSplit split) {
        List<String> out = new ArrayList<>();
        if (model instanceof SequenceModel sequences && sequences.few()) {
            out.add("there are only a few sequences: limits of privacy count their rows, and whoever is one of the"
                    + " sequences is not protected by them");
        }
        if (model instanceof BesideModel beside) {
            beside.alone().forEach((table, one) -> out.addAll(few(table, one, split)));
        }
        return out;
    }

    /** What a reader should know of a table of sequences beside others. */
    private static List<String> few(String table, SequenceModel model, DatabaseSplit split) {
        List<String> out = new ArrayList<>();
        if (model.few()) {
            out.add(table
                    + ": there are only a few sequences: limits of privacy count their rows, and whoever is one of"
                    + " the sequences is not protected by them");
        }
        Database held = split.holdout();
        if (held != null
                && held.table(table).rows() == split.training().table(table).rows()) {
            out.add(table
                    + ": too few sequences to hold any back; beside it as fresh stand the rows that were learnt from, which are like"
                    + " themselves and copies of themselves");
        }
        return out;
    }

    /** Which columns of labels have none left, since each is of few rows: nobody should look for a fault in the model. */
    static List<String> withheld(Database training, Database scored) {
        List<String> columns = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        training.tables().forEach((name, table) -> {
            for (int c = 0; c < table.width(); c++) {
                Field field = table.schema().field(c);
                boolean whose = training.sequences().stream()
                        .anyMatch(s -> s.table().equals(name) && s.entity().contains(field.name()));
                if (field.kind() == Kind.CATEGORY
                        && !whose
                        && table.codes(c).labels().size() > 1) {
                    List<String> left = scored.table(name).codes(c).labels();
                    if (left.stream().noneMatch(table.codes(c).labels()::contains)) {
                        columns.add(name + "." + field.name());
                        tables.add(name);
                    }
                }
            }
        });
        if (columns.isEmpty()) {
            return List.of();
        }
        return List.of("no label of " + String.join(", ", columns)
                + " was released, since each is of too few rows; where a table is a list of words and no people, --keep "
                + String.join(",", tables.stream().distinct().toList()) + " hands it over as it is");
    }

    /** What was held back, asked for, kept and scored, and what dangles. */
    static List<String> of(Detected detected, DatabaseProject project, DatabaseSplit split, boolean whole) {
        List<String> notes = new ArrayList<>();
        String none = Unsplit.why(detected.database(), project, split);
        if (split.holdout() == null) {
            notes.add("no entities were held back, so scores stand alone" + (none.isEmpty() ? "" : ": " + none));
        } else {
            notes.add("a share of " + split.entity()
                    + ", with all that belongs to them, was held back; they are the fresh data");
            if (!none.isEmpty()) {
                notes.add("of the other tables nothing was held back, and beside them as fresh stand the rows that were"
                        + " learnt from: " + none);
            }
        }
        DatabaseProject.Settings settings = project.settings();
        settings.where().forEach(condition -> notes.add("asked for: " + condition));
        settings.keep()
                .forEach(
                        table -> notes.add(
                                table
                                        + " was kept: its rows are the real ones, and what is said of likeness and copies does not go for it"));
        if (!whole) {
            notes.add("scored was a database of the real one's size from the same model"
                    + (settings.where().isEmpty() ? "" : ", without conditions")
                    + (settings.horizon() == 0 ? "" : ", without the steps beyond the last ones")
                    + ", not the one that was written");
        }
        for (Reference reference : detected.references()) {
            if (reference.counted().orphans() > 0) {
                notes.add(reference.relationship().name()
                        + ": some foreign keys of the source point nowhere; "
                        + (settings.repair()
                                ? "such rows are given one that does, or none"
                                : "so do some of the new ones, where none is needed to tell rows apart"));
            }
        }
        return notes;
    }
}
