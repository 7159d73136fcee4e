package org.semblance.run;

/** Where work is told about. Core reports stages; a face decides how to show them. Implementations are thread-safe. */
public interface Progress {
    /** Silence. */
    Progress NONE = (name, total, unit) -> Stage.SILENT;

    /**
     * A stage begins.
     *
     * @param total how many units there are, or 0 where that is not known
     * @param unit what is counted, in the plural ("columns")
     */
    Stage begin(String name, long total, String unit);

    /** A stage under way; closing it ends it. */
    interface Stage extends AutoCloseable {
        Stage SILENT = new Stage() {
            @Override
            public void add(long units) {}

            @Override
            public void note(String words) {}

            @Override
            public void close() {}
        };

        /** So many more units are done. */
        void add(long units);

        /** Something the user should read ("3 rows had too many fields"). */
        void note(String words);

        @Override
        void close();
    }
}
