package org.semblance.prepare.relations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.table.Database;
import org.semblance.table.Sequence;

/**
 * A database with its keys, foreign keys and sequences, and why they are what they are.
 *
 * @param database the tables; key columns are of the kinds that they have as keys
 * @param keys why each primary key is one, by table
 * @param references the foreign keys, in the order of the metadata
 * @param sequences why each sequence is one
 * @param notes what looks odd, one sentence each
 */
public record Detected(
        Database database,
        Map<String, String> keys,
        List<Reference> references,
        Map<Sequence, String> sequences,
        List<String> notes) {
    public Detected {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        references = List.copyOf(references);
        sequences = Collections.unmodifiableMap(new LinkedHashMap<>(sequences));
        notes = List.copyOf(notes);
    }

    /** The same with one more note. */
    public Detected note(String sentence) {
        List<String> more = new ArrayList<>(notes);
        more.add(sentence);
        return new Detected(database, keys, references, sequences, more);
    }
}
