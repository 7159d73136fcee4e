package org.semblance.app.cli;

/** What {@code semblance} says by itself: short enough for one screen, and loaded without anything else. */
final class TopHelp {
    static final String TEXT = """
            semblance - make synthetic data that behaves like yours, and prove how well.

              semblance run patients.csv              everything: look, fit, sample, evaluate
                                                      -> folder patients-semblance/
              semblance inspect patients.csv          only look: what each column is, and why
              semblance evaluate real.csv fake.csv    only judge: a report of any synthetic table
              semblance sample model.yaml -n 1e6      rows from a fitted or hand-written model

            Commands
              run         everything, from a table to a folder
              inspect     what a table or a model holds
              fit         learn a model from a table
              sample      rows from a fitted or hand-written model
              evaluate    judge a synthetic table, whoever made it
              impute      fill what is missing, several times
              ampute      make values missing in a known way
              pool        one regression on several imputed or synthetic tables
              sdc         make a synthetic table tell less: removal, coding, noise, swapping
              linkage     record-linkage sets: two registers, the truth, and scores of links
              list        synthesizers, methods, metrics, laws, generators and controls
              schema      JSON Schema of the files you write
              completion  script that completes commands and flags in your shell

            More       semblance help <command>     semblance --version
            Nothing leaves this machine: no command uses the network.
            """;

    private TopHelp() {}
}
