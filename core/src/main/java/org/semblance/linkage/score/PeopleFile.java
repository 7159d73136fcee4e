package org.semblance.linkage.score;

import java.util.Optional;
import org.semblance.io.Source;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/**
 * people.csv as it is read: the hard cases, and who stands in each row where a column person says it. A truth of pairs
 * between two files does not say which rows of one file are about the same person; this does.
 *
 * @param source the records of the source as the file names them
 * @param target likewise
 * @param clusters all rows of everybody, where there is a column person
 */
record PeopleFile(Side source, Side target, Marks marks, Optional<Links> clusters) {
    static PeopleFile read(Source from, Side source, Optional<Side> target, Run run) {
        Side own = source.fork();
        Side other = target.map(Side::fork).orElse(own);
        Marks marks = new Marks();
        MarkFile.people(from, own, other, marks);
        Optional<Links> clusters = Optional.empty();
        if (target.isPresent() && MarkFile.tellsPersons(from)) {
            clusters = Optional.of(LinkFile.read(from, own, Optional.of(other), run));
        }
        return new PeopleFile(own, other, marks, clusters);
    }

    /**
     * Without the clusters where some row is in none of them: then it tells hard cases only.
     *
     * @throws ProblemException where its pairs between the files are not those of the truth
     */
    PeopleFile checked(Source from, Links truth) {
        if (clusters.isEmpty() || truth.clustered()) {
            return this;
        }
        Links all = clusters.get();
        Sides sides = new Sides(source.size(), target.size());
        int[] labels = all.partition(sides).labels();
        long apart = 0;
        long together = 0;
        for (long pair : truth.pairs()) {
            boolean told = all.tells(Sides.first(pair), false) && all.tells((int) pair, true);
            boolean same = told && labels[Sides.first(pair)] == labels[sides.second(pair)];
            together += same ? 1 : 0;
            apart += told && !same ? 1 : 0;
        }
        long more = LinkScore.pairs(sides, all, truth, Run.of(0)).actual() - together;
        if (apart > 0 || more > 0) {
            throw ProblemException.data(Problem.of("it is of another set: " + apart + " of the "
                            + truth.pairs().length + " true pairs are of different people in it, and " + more
                            + " pairs of its people are not true.")
                    .at(from.name())
                    .fix("Give the people.csv that was written with the truth."));
        }
        return all.tellsAll(sides) ? this : new PeopleFile(source, target, marks, Optional.empty());
    }

    /** Lets others know which rows it named. */
    void join(Side first, Optional<Side> second) {
        first.join(source);
        second.ifPresent(side -> side.join(target));
    }
}
