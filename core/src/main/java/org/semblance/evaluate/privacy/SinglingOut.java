package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.List;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.privacy.AskedRows.Condition;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Singling out: how often a question that one synthetic row answers is answered by exactly one real row that was learnt
 * from, beyond what happens with rows that were not.
 *
 * <p>Two kinds of questions ({@link Queries}): about one column (a value that occurs once, the least, the largest, the
 * only missing one) and about three random columns of a synthetic row (labels the same, numbers at least as far from
 * the median). The value is the higher of the two residual risks (attack - control) / (1 - control), in an interval that
 * holds for both; parts: both. Successes in the control are corrected for its other size ({@link TableSize}). The
 * baseline asks with random columns, values and comparisons. Repeated rows count once. As Anonymeter, but rates are of the
 * questions found, not of those asked for; where hardly any is found the note says so. Cost: questions x rows, and many
 * more questions looked at where few synthetic rows stand alone. Source: Giomi et al. 2023,
 * doi:10.56553/popets-2023-0055; Cohen and Nissim 2020, doi:10.1073/pnas.1914598117.
 */
public final class SinglingOut implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "How many questions of each kind are asked.", min = 1)
            int questions,

            @Option(value = "How many columns a question of several is about.", min = 2, max = 20)
            int columns,

            @Option(value = "How many questions are tried at most, for each one asked.", min = 1, max = 1_000_000)
            int attempts) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "singling-out",
            "How often a question made from a synthetic row finds just one real person, beyond chance; 0 is never.",
            new Options(1_000, 3, 100),
            SinglingOut::new);

    /** Below so many questions, a rate says little. */
    private static final int FEW = 50;
    /** Rows that may be looked at for questions, were none of them answered early: 20,000 tries among a million rows. */
    private static final long COST = 20_000_000_000L;

    private final Options options;

    SinglingOut(Options options) {
        this.options = options;
    }

    @Override
    public boolean needsHoldout() {
        return true;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.LOWER,
                "Attacker: holds the synthetic table only, and asks questions that one synthetic row answers."
                        + " (attack - control) / (1 - control), where attack is how often exactly one row learnt from"
                        + " answers too, control the same of rows held back, corrected for their number; the higher of"
                        + " questions about one column and about three. The baseline asks at random. Intervals: Wilson,"
                        + " errors propagated, Bonferroni over the two.",
                "Anonymeter, Giomi et al. 2023, doi:10.56553/popets-2023-0055.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table holdout = c.holdout("singling-out");
        if (c.real().rows() == 0
                || holdout.rows() == 0
                || c.synthetic().rows() == 0
                || c.real().width() == 0) {
            return Score.none("singling-out", "There are too few rows.");
        }
        AskedRows[] cells = AskedRows.of(c.real(), c.real(), holdout, c.synthetic());
        List<Trial> trials = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Queries queries = new Queries(cells[2], run);
        for (int columns : new int[] {1, options.columns}) {
            Run own = run.child("columns").child(columns);
            long attempts = Math.min(
                    (long) options.questions * options.attempts, Math.max(options.questions, COST / cells[2].rows()));
            List<List<Condition>> asked = columns == 1
                    ? queries.single(options.questions, own.rng())
                    : queries.several(options.questions, columns, attempts, own);
            String name = columns == 1 ? "one column" : columns + " columns";
            if (asked.size() < Math.min(FEW, options.questions)) {
                notes.add("Only " + asked.size() + " questions about " + name + " could be made.");
            }
            int[] control = answers(cells[1], asked, Integer.MAX_VALUE, own);
            int here = cells[1].rows();
            int there = cells[0].rows();
            double corrected = TableSize.successes(kinds(asked), control, here, there);
            List<List<Condition>> guessed =
                    queries.random(options.questions, columns, own.rng().child("random"));
            trials.add(new Trial(
                    name,
                    new Trial.Tally(ones(answers(cells[0], asked, 2, own)), asked.size()),
                    new Trial.Tally(corrected, asked.size(), TableSize.spread(here, there)),
                    new Trial.Tally(ones(answers(cells[0], guessed, 2, own)), guessed.size())));
        }
        Score score = Trial.score("singling-out", "Singling out", trials);
        notes.add(0, score.note());
        String note = String.join(" ", notes).trim();
        return Double.isNaN(score.value())
                ? new Score("singling-out", 0, score.parts())
                        .figures(score.figures().get(0))
                        .note(note)
                : score.note(note);
    }

    /** Questions about the same single column are of a kind; those about several are of one kind. */
    private static int[] kinds(List<List<Condition>> asked) {
        return asked.stream()
                .mapToInt(question -> question.size() == 1 ? question.get(0).column() : 0)
                .toArray();
    }

    /** How many rows answer each question, counted up to {@code most}. */
    private static int[] answers(AskedRows cells, List<List<Condition>> questions, int most, Run run) {
        int[] answers = new int[questions.size()];
        run.parallel(answers.length, q -> answers[q] = cells.count(questions.get(q), most));
        return answers;
    }

    private static int ones(int[] answers) {
        int ones = 0;
        for (int count : answers) {
            ones += count == 1 ? 1 : 0;
        }
        return ones;
    }
}
