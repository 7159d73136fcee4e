package org.semblance.synthesize.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.related.Link;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** Matches of two teams, and their goals: the team of a goal is the first in .6, the second in .35, another in .05. */
class EchoedTest {
    private static final int MATCHES = 1500;
    private static final int TEAMS = 150;
    private static final Database REAL = real();

    private static Database real() {
        Rng rng = Rng.of(4);
        List<Object> matches = new ArrayList<>();
        List<Object> goals = new ArrayList<>();
        for (int m = 0; m < MATCHES; m++) {
            String[] teams = {"team " + rng.nextInt(TEAMS), "team " + rng.nextInt(TEAMS), "team " + rng.nextInt(TEAMS)};
            matches.addAll(List.of("M" + m, teams[0], teams[1]));
            if (m % 3 > 0) {
                double u = rng.nextDouble();
                goals.addAll(List.of("M" + m, teams[u < 0.6 ? 0 : u < 0.95 ? 1 : 2], rng.nextInt(90)));
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("matches", Table.of("id:key, home:category, away:category", matches.toArray()));
        tables.put("goals", Table.of("match:identifier, team:category, minute:whole", goals.toArray()));
        return Database.of(tables, List.of(Relationship.of("matches", "id", "goals", "match")));
    }

    /** The share of goals whose team is the one in a column of their match. */
    private static double share(Database database, int column) {
        Table matches = database.table("matches");
        Table goals = database.table("goals");
        Link link = Link.of(matches, goals, database.relationships().get(0));
        int same = 0;
        for (int i = 0; i < goals.rows(); i++) {
            same += goals.cell(i, 1).equals(matches.cell(link.parent(i), column)) ? 1 : 0;
        }
        return same / (double) goals.rows();
    }

    @Test
    void childrenRepeatWhatTheirParentsShow() {
        RelatedModel model = RelatedSynthesizer.PLUGIN.make().fit(REAL, Privacy.DEFAULT, Run.of(1));
        DatabaseModel loaded = RelatedSynthesizer.PLUGIN.make().load(model.store(), REAL.metadata());

        Database drawn = model.sample(Size.scale(1), Run.of(2)).toDatabase(Run.of(2));

        Same.check(loaded.sample(Size.scale(1), Run.of(2)).toDatabase(Run.of(2)), drawn);
        // Four standard deviations of both shares of 1,000: false alarm 1e-4.
        assertThat(share(drawn, 1)).isCloseTo(share(REAL, 1), within(0.09));
        assertThat(share(drawn, 2)).isCloseTo(share(REAL, 2), within(0.09));
    }

    @Test
    void conditionsAreAboutLabelsAsTheyRead() {
        RelatedModel model = RelatedSynthesizer.PLUGIN.make().fit(REAL, Privacy.DEFAULT, Run.of(1));

        Database drawn = model.sample(Size.scale(1), List.of("goals.team <> 'team 7'"), Run.of(3))
                .toDatabase(Run.of(3));

        Table goals = drawn.table("goals");
        assertThat(goals.rows()).isGreaterThan(500);
        for (int i = 0; i < goals.rows(); i++) {
            assertThat(goals.cell(i, 1)).isNotEqualTo("team 7");
        }
    }
}
