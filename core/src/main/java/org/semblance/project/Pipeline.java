package org.semblance.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Listed;
import org.semblance.disclosure.Change;
import org.semblance.disclosure.Steps;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Question;
import org.semblance.io.Loaded;
import org.semblance.io.SchemaOverrides;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.plugin.Plugin;
import org.semblance.report.Report;
import org.semblance.report.Subject;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizer;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Table;

/**
 * The whole way from a table to a scored synthetic one: hold back, learn, sample, score.
 *
 * <p>The model that is scored is the model that is delivered: it has learnt from the rows not held back. A model of all
 * rows would be a little better and could not be checked.
 */
public final class Pipeline {
    /** Blocks of synthetic rows that are scored (262,144 rows); of a longer table these are the first. */
    private static final int SCORED_BLOCKS = 4;

    /** Below this many held-back rows an AUC is known to 0.06 at best. */
    private static final int FEW = 200;

    private static final String CHOSEN = "chosen: ";

    /** Begins a sentence of a model's contents that whoever reads the scores must see. */
    private static final String WARNING = "warning: ";

    private Pipeline() {}

    /**
     * What came of it.
     *
     * @param rows the synthetic table
     * @param scored as much of it as was scored
     * @param notes what a reader of the scores should know
     * @param controlled what each disclosure control changed, see {@link Project.Settings#controls}
     * @param syntheses the one that was scored, and further ones where they are asked for
     */
    public record Outcome(
            Model model,
            Rows rows,
            Split split,
            Table scored,
            Findings findings,
            List<String> notes,
            List<Change> controlled,
            Syntheses syntheses) {
        /** All that there is to say, about what the caller knows of it. */
        public Report report(Subject subject, Run run) {
            Comparison tables = Comparison.ofShared(split.training(), List.of(scored), split.holdout());
            return Report.of(subject, tables, findings, run.child("report").silent());
        }
    }

    /**
     * What a synthesizer that tries several ways decided for ("leaves of 100 rows or more"), from the sentence of its
     * {@link Model#contents} that begins with "chosen: "; empty where there was nothing to decide.
     */
    public static String chosen(Model model) {
        return model.contents().stream()
                .filter(sentence -> sentence.startsWith(CHOSEN))
                .map(sentence -> sentence.substring(CHOSEN.length()))
                .findFirst()
                .orElse("");
    }

    /** The synthesizer that the project names, with its options checked. */
    public static Plugin<Synthesizer> synthesizer(Project project) {
        Plugin<Synthesizer> plugin = Synthesizers.ALL.find(project.settings().method());
        plugin.options(project.options());
        return plugin;
    }

    /** The same with its options, or the recipe that is asked for instead. */
    private static Plugin<Synthesizer> learner(Project project) {
        Plugin<Synthesizer> plugin = synthesizer(project);
        return project.settings().recipe() ? MiceRecipe.plugin(plugin, project.options()) : plugin;
    }

    /** Refuses a synthesizer, options and controls that there are not, before anything is read. */
    public static void check(Project project) {
        learner(project);
        Syntheses.check(project);
        Safeguards.of(project.settings());
    }

    /** What will be asked of the rows, with a target where there is one; a problem where it cannot be asked. */
    public static Question question(Table table, Project project) {
        Safeguards.check(table, Safeguards.of(project.settings()));
        return Judgement.question(table, project.settings().question());
    }

    /**
     * What new rows will keep: what the project lists, or what all rows of the table keep; nothing where that is switched
     * off.
     *
     * @throws org.semblance.plugin.ProblemException where what is listed does not fit the table, with its line
     */
    public static List<Constraint> constraints(Table table, Project project, Run run) {
        if (!project.settings().keepConstraints()) {
            return List.of();
        }
        SchemaOverrides said = project.columns();
        Listed listed = said == null ? null : said.constraints();
        return listed == null
                ? Constraints.kept(Constraints.find(table, run))
                : Constraints.read(listed, table.schema());
    }

    /** What the options of {@link #learner} are. */
    private static Map<String, Object> options(Project project) {
        return project.settings().recipe() ? Map.of() : project.options();
    }

    /** Refuses options that do not fit the table, without learning from it. */
    public static void check(Table table, Project project, Run run) {
        Synthesis.Asked asked = new Synthesis.Asked(project.settings().privacy(), constraints(table, project, run));
        Synthesis.check(table, learner(project), options(project), asked, run.child("fit"));
    }

    /** The same of what {@link #run} learns from: the rows that are not held back. */
    public static void checkTraining(Table table, Project project, Run run) {
        check(
                Split.of(table, project.settings().holdout(), run.rng().child("split"))
                        .training(),
                project,
                run);
    }

    /** Only learns, from all rows. */
    public static Model fit(Table table, Project project, Run run) {
        Plugin<Synthesizer> plugin = learner(project);
        Map<String, Object> options = options(project);
        // Without a total: what is under way is told by the stages inside, and columns are learnt more than once.
        try (Progress.Stage stage = run.progress().begin("fit", 0, "columns by " + plugin.name())) {
            Synthesis.Asked asked = new Synthesis.Asked(project.settings().privacy(), constraints(table, project, run));
            Model model = Synthesis.fit(table, plugin, options, asked, run.child("fit"));
            stage.add(table.width());
            return model;
        }
    }

    /** The stream of rows that a seed stands for: the same in {@code run} and in {@code sample}. */
    public static Rows sample(Model model, long rows, Run run) {
        return model.sample(rows, run.child("sample"));
    }

    /** Everything. */
    public static Outcome run(Loaded loaded, Project project, Run run) {
        Syntheses.check(project);
        Table table = loaded.table();
        Question question = question(table, project);
        Split split = Split.of(table, project.settings().holdout(), run.rng().child("split"));
        Model model = fit(split.training(), project, run);
        long asked = project.settings().rows();
        Rows all = sample(model, asked == 0 ? model.fixedRows().orElse(loaded.rowsInSource()) : asked, run);
        Steps steps = Safeguards.of(project.settings());
        // A control looks at all rows: of blocks alone nobody knows what is rare.
        int blocks = steps.list().isEmpty() ? SCORED_BLOCKS : Integer.MAX_VALUE;
        Table made;
        try (Progress.Stage stage = run.progress().begin("sample", all.size(), "rows")) {
            made = new FirstRows(all, blocks).toTable(run);
            stage.add(made.rows());
        }
        boolean whole = made.rows() == all.size();
        Steps.Outcome safe = Safeguards.apply(steps, made, split.training(), run.child("controls"));
        Rows rows = whole ? FirstRows.of(safe.table()) : all;
        Table scored = whole ? Safeguards.shared(new FirstRows(rows, SCORED_BLOCKS).toTable(run), table) : made;
        Findings findings = Evaluation.of(split.training(), scored)
                .holdout(split.holdout())
                .question(question)
                .measure(run.child("evaluate"));
        List<String> notes = notes(loaded, project, split, scored, rows);
        if (model.fixedRows().isPresent()) {
            notes.add("constraints are not kept: each row stands for a real one and cannot be drawn anew");
        }
        model.contents().stream()
                .filter(sentence -> sentence.startsWith(WARNING))
                .forEach(notes::add);
        Syntheses syntheses = new Syntheses(project, split.training(), model, rows, all.size(), run);
        return new Outcome(model, rows, split, scored, findings, notes, safe.changes(), syntheses);
    }

    private static List<String> notes(Loaded loaded, Project project, Split split, Table scored, Rows rows) {
        List<String> notes = new ArrayList<>();
        if (!project.settings().keepConstraints()) {
            notes.add("constraints were switched off: new rows may break what all real rows keep");
        }
        if (project.settings().syntheses() > 1) {
            notes.add("the first of " + project.settings().syntheses() + " syntheses was scored");
        }
        Table holdout = split.holdout();
        if (holdout == null) {
            notes.add("no rows were held back (" + number(loaded.table().rows())
                    + " are too few to spare any, or none were asked for), so scores stand alone");
        } else {
            if (holdout.rows() < FEW) {
                notes.add("only " + number(holdout.rows()) + " rows were held back: every score is rough");
            }
            notes.add("likeness scores compare equally many synthetic and held-back rows with the rows learnt from");
        }
        if (scored.rows() < rows.size()) {
            notes.add("the first " + number(scored.rows()) + " of " + number(rows.size())
                    + " synthetic rows were scored");
        }
        return notes;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
