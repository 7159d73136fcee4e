package org.semblance.linkage.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Source;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/**
 * The files of one scoring, read in one pass each. Records are called by row or by id; of one file or of two (told by
 * the truth's header, or by a target that is given).
 *
 * @param truth pairs or clusters
 * @param links pairs or clusters
 * @param source the file whose rows are linked: how many there are and, with {@code id}, how they are called
 * @param target the other one, where there are two
 * @param id the column of ids in both
 * @param candidates pairs that blocking kept
 * @param changes every error made, as {@code semblance linkage} logs it
 * @param people the hard cases and who stands in each row, as {@code semblance linkage} writes them
 * @param beside such a file that nobody gave, but that lies there: taken where it is of the same set
 */
public record LinkFiles(
        Source truth,
        Source links,
        @Nullable Source source,
        @Nullable Source target,
        @Nullable String id,
        @Nullable Source candidates,
        @Nullable Source changes,
        @Nullable Source people,
        @Nullable Source beside) {
    private static final String BESIDE = "people.csv";

    /**
     * What was read.
     *
     * @param rowsKnown whether all rows of the files are counted
     * @param notes on what was taken though nobody gave it
     * @param warnings of what the numbers do not say
     */
    public record Read(
            Sides sides,
            Links truth,
            Links links,
            LinkScore.More more,
            boolean rowsKnown,
            List<String> notes,
            List<String> warnings) {
        public LinkScore score(Run run) {
            return LinkScore.of(sides, truth, links, more, run);
        }
    }

    /** Reads on one thread. */
    public Read read() {
        return read(Run.of(0));
    }

    /**
     * Reads; each file in blocks on the run's threads, truth and links at once where no ids have to be numbered.
     *
     * @throws ProblemException with all that is wrong in the first file that has faults
     */
    public Read read(Run run) {
        LinkColumns head = LinkFile.look(truth);
        boolean two = target != null || head.named() || head.table() >= 0;
        LinkColumns other = LinkFile.look(links);
        if (!two && (other.named() || other.table() >= 0)) {
            throw ProblemException.data(Problem.of("the links are of two files, but the truth is of one.")
                    .at(links.name() + ", line 1")
                    .fix("Name the truth's columns src_idx,trg_idx or source_id,target_id, or give --target."));
        }
        Side first = source == null ? Side.unknown(two ? "the source" : "the file") : Side.of(source, id, run);
        Optional<Side> second = !two
                ? Optional.empty()
                : Optional.of(target == null ? Side.unknown("the target") : Side.of(target, id, run));
        Links[] both = both(head, other, first, second, run);
        Links known = both[0];
        Links said = both[1];
        Map<String, Links> blocked = candidates == null ? Map.of() : LinkFile.candidates(candidates, first, second);
        Marks marks = new Marks();
        if (changes != null) {
            MarkFile.changes(changes, first, second.orElse(first), marks);
        }
        List<String> notes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Optional<PeopleFile> told = people(first, second, known, run, warnings);
        told.ifPresent(file -> {
            file.join(first, second);
            marks.add(file.marks());
        });
        first.check();
        second.ifPresent(Side::check);
        Sides sides = second.map(side -> new Sides(first.size(), side.size())).orElseGet(() -> Sides.one(first.size()));
        Optional<Links> everybody = told.flatMap(PeopleFile::clusters);
        boolean byPairs = sides.two() && !known.clustered() && said.clustered();
        if (told.isPresent() && people == null) {
            notes.add(BESIDE + " beside the truth tells "
                    + (byPairs && everybody.isPresent()
                            ? "which rows are one person: clusters are judged by it, and hard cases are told."
                            : "the hard cases."));
        }
        if (byPairs && everybody.isEmpty()) {
            warnings.add("Clusters are judged by pairs between the files only: those that rightly join rows of one file"
                    + " look too large. The " + BESIDE
                    + " of semblance linkage --log, beside the truth, says which are right.");
        }
        boolean all = everybody.isPresent()
                || first.known() && second.map(Side::known).orElse(true);
        LinkScore.More more = new LinkScore.More(blocked, marks, everybody);
        return new Read(sides, known, said, more, all, List.copyOf(notes), List.copyOf(warnings));
    }

    private Optional<PeopleFile> people(
            Side first, Optional<Side> second, Links known, Run run, List<String> warnings) {
        if (people != null) {
            PeopleFile file = PeopleFile.read(people, first, second, run);
            // Rows and ids that nothing brings together are no other set's, and their fix is another one.
            file.join(first, second);
            first.check();
            second.ifPresent(Side::check);
            return Optional.of(file.checked(people, known));
        }
        if (beside == null
                || second.isEmpty()
                || first.byIdOnly()
                || second.get().byIdOnly()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PeopleFile.read(beside, first, second, run).checked(beside, known));
        } catch (ProblemException e) {
            warnings.add(BESIDE + " beside the truth was not used: "
                    + e.problems().get(0).what());
            return Optional.empty();
        }
    }

    private Links[] both(LinkColumns head, LinkColumns other, Side first, Optional<Side> second, Run run) {
        boolean apart = first.onlyLooksUp(head.byRow() && other.byRow())
                && second.map(side -> side.onlyLooksUp(head.byRow() && other.byRow()))
                        .orElse(true);
        if (!apart) {
            return new Links[] {LinkFile.read(truth, first, second, run), LinkFile.read(links, first, second, run)};
        }
        Side ownFirst = first.fork();
        Optional<Side> ownSecond = second.map(Side::fork);
        Links[] out = new Links[2];
        // The problems told are those of the truth, whichever file is read first.
        List<Optional<ProblemException>> problems = new ArrayList<>(List.of(Optional.empty(), Optional.empty()));
        run.parallel(2, k -> {
            try {
                out[k] = k == 0
                        ? LinkFile.read(truth, first, second, run)
                        : LinkFile.read(links, ownFirst, ownSecond, run);
            } catch (ProblemException e) {
                problems.set(k, Optional.of(e));
            }
        });
        for (Optional<ProblemException> problem : problems) {
            if (problem.isPresent()) {
                throw problem.get();
            }
        }
        first.join(ownFirst);
        second.ifPresent(side -> ownSecond.ifPresent(side::join));
        return out;
    }
}
