package org.semblance.conditional;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user must know of a method to choose it; the page {@code docs/reference/methods.md} is made of these.
 *
 * @param draws what columns it draws
 * @param fits what it learns, as a formula or in words
 * @param proper whether what it learns is drawn from its law too, as multiple imputation asks
 * @param source where it is from
 */
public record About(Draws draws, String fits, Proper proper, String source) {
    /** What a column must hold. */
    public enum Draws {
        NUMBERS("numbers"),
        LABELS("labels"),
        TWO("two labels"),
        ORDERED("ordered labels"),
        ANY("any"),
        /** Several columns at once. */
        LABELS_TOGETHER("labels together"),
        TIME("time and event");

        private final String words;

        Draws(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whether a method draws its parameters. */
    public enum Proper {
        YES,
        NO,
        /** By an option. */
        ASKED,
        /** By learning from rows that are drawn with replacement. */
        ROWS
    }

    private static final String SYNTHPOP = "Nowok, Raab and Dibben (2016), doi:10.18637/jss.v074.i11";
    private static final String BOOK = "van Buuren (2018), Flexible Imputation of Missing Data, ";
    private static final String LASSO = "Deng et al. (2016), doi:10.1038/srep21689; Zhao and Long (2016)";
    private static final String FOREST = "Doove, van Buuren and Dusseldorp (2014), doi:10.1016/j.csda.2013.10.025";
    private static final String INFERENCE = "Hothorn, Hornik and Zeileis (2006), doi:10.1198/106186006X133933";
    private static final String SEPARATION = "White, Daniel and Royston (2010), doi:10.1016/j.csda.2010.04.005";
    private static final String LEVEL_TWO = BOOK + "section 7.7";
    private static final String NORMAL = "beta from N(b, s^2 (X'X)^-1), s^2 from RSS / chi^2; y = x beta + s e";

    private static final Map<String, About> ALL = all();

    /** Of the method of that name. */
    public static About of(String method) {
        About about = ALL.get(method);
        if (about == null) {
            throw new IllegalArgumentException(method);
        }
        return about;
    }

    private static Map<String, About> all() {
        Map<String, About> all = new LinkedHashMap<>();
        simple(all);
        linear(all);
        labels(all);
        donors(all);
        levels(all);
        together(all);
        return all;
    }

    private static void add(
            Map<String, About> all, Draws draws, Proper proper, String fits, String source, String... of) {
        Arrays.stream(of).forEach(name -> all.put(name, new About(draws, fits, proper, source)));
    }

    private static void simple(Map<String, About> all) {
        add(all, Draws.ANY, Proper.NO, "nothing: observed values", BOOK + "section 1.3", "sample");
        add(all, Draws.NUMBERS, Proper.NO, "the mean", BOOK + "section 1.3.3", "mean");
        add(all, Draws.ANY, Proper.NO, "nothing: the one value", SYNTHPOP, "constant");
        add(all, Draws.ANY, Proper.NO, "y = a + b x where |r| >= .99999; one y for each label", SYNTHPOP, "collinear");
        add(all, Draws.ANY, Proper.NO, "nothing: a formula", BOOK + "section 6.4", "passive");
    }

    private static void linear(Map<String, About> all) {
        add(all, Draws.NUMBERS, Proper.YES, NORMAL, "Rubin (1987), p. 167; " + BOOK + "algorithm 3.1", "norm");
        add(all, Draws.NUMBERS, Proper.NO, "y = x b + s e, b and s as estimated", BOOK + "section 3.2", "norm.nob");
        String bootstrap = "b and s of rows drawn with replacement; y = x b + s e";
        add(all, Draws.NUMBERS, Proper.YES, bootstrap, "Heitjan and Little (1991), doi:10.2307/2347813", "norm.boot");
        add(all, Draws.NUMBERS, Proper.NO, "y = x b", BOOK + "section 1.3.4", "norm.predict");
        add(
                all,
                Draws.NUMBERS,
                Proper.YES,
                "lasso on rows drawn with replacement, penalty by cross-validation",
                LASSO,
                "lasso.norm");
        add(all, Draws.NUMBERS, Proper.YES, "lasso chooses the predictors of norm", LASSO, "lasso.select.norm");
        String parabola = "pmm of z = b1 y + b2 y^2, then one of the two roots by a logistic model";
        add(
                all,
                Draws.NUMBERS,
                Proper.YES,
                parabola,
                "Vink and van Buuren (2013), doi:10.1177/0049124113502943",
                "quadratic");
        String indicator = "a linear and a logistic model in turn; the offset of who is missing";
        add(all, Draws.NUMBERS, Proper.YES, indicator, "Jolani (2012), Dual imputation strategies", "ri");
        add(all, Draws.NUMBERS, Proper.ASKED, "norm.nob or norm of normal scores of ranks", SYNTHPOP, "normrank");
        add(all, Draws.NUMBERS, Proper.ASKED, "norm.nob or norm of log y, y >= 0", SYNTHPOP, "lognorm");
        add(all, Draws.NUMBERS, Proper.ASKED, "norm.nob or norm of the square root of y, y >= 0", SYNTHPOP, "sqrtnorm");
        add(all, Draws.NUMBERS, Proper.ASKED, "norm.nob or norm of the cube root of y", SYNTHPOP, "cubertnorm");
    }

    private static void labels(Map<String, About> all) {
        add(
                all,
                Draws.TWO,
                Proper.YES,
                "logistic regression, coefficients drawn; rows added against separation",
                "Rubin (1987), p. 169; " + SEPARATION,
                "logreg");
        add(
                all,
                Draws.TWO,
                Proper.YES,
                "logistic regression of rows drawn with replacement",
                BOOK + "section 3.6",
                "logreg.boot");
        add(all, Draws.TWO, Proper.YES, "logistic lasso on rows drawn with replacement", LASSO, "lasso.logreg");
        add(
                all,
                Draws.TWO,
                Proper.YES,
                "logistic lasso chooses the predictors of logreg",
                LASSO,
                "lasso.select.logreg");
        add(
                all,
                Draws.LABELS,
                Proper.ROWS,
                "multinomial regression as estimated; rows added against separation; at most " + MostLabels.COUNT
                        + " labels",
                "Brand (1999); " + SEPARATION,
                "polyreg");
        add(
                all,
                Draws.ORDERED,
                Proper.ROWS,
                "proportional odds, thresholds and coefficients as estimated; at most " + MostLabels.COUNT + " labels",
                "McCullagh (1980), doi:10.1111/j.2517-6161.1980.tb01109.x",
                "polr");
        add(
                all,
                Draws.LABELS,
                Proper.ROWS,
                "normal predictors in each class, one covariance",
                "Venables and Ripley (2002), section 12.1",
                "lda");
    }

    private static void donors(Map<String, About> all) {
        add(
                all,
                Draws.ANY,
                Proper.YES,
                "a linear model, one set of coefficients drawn; donors nearest in prediction",
                "Little (1988), doi:10.1080/07350015.1988.10509663; " + BOOK + "algorithm 3.3",
                "pmm");
        add(
                all,
                Draws.NUMBERS,
                Proper.YES,
                "linear models without each donor; donors weighted by distance in prediction",
                "Gaffert, Meinfelder and Bosch (2016); Siddique and Belin (2008), doi:10.1002/sim.3001",
                "midastouch");
        add(
                all,
                Draws.ANY,
                Proper.ROWS,
                "a tree by least squares or misclassification, pruned by cp",
                "Burgette and Reiter (2010), doi:10.1093/aje/kwq260",
                "cart");
        add(
                all,
                Draws.ANY,
                Proper.ROWS,
                "a tree by tests of independence, corrected for their number",
                INFERENCE,
                "ctree");
        add(
                all,
                Draws.ANY,
                Proper.ROWS,
                "10 trees on rows drawn with replacement, some predictors a node",
                FOREST,
                "rf");
        add(all, Draws.ANY, Proper.ROWS, "10 trees on rows drawn with replacement", FOREST, "bag");
        add(
                all,
                Draws.ANY,
                Proper.ROWS,
                "500 trees on rows drawn with replacement, some predictors a node",
                FOREST,
                "ranger");
        add(all, Draws.ANY, Proper.ROWS, "nothing: observed values within a group", SYNTHPOP, "nested");
        add(all, Draws.ANY, Proper.ROWS, "nothing: observed values within all predictors crossed", SYNTHPOP, "satcat");
    }

    private static void levels(Map<String, About> all) {
        add(
                all,
                Draws.NUMBERS,
                Proper.YES,
                "random effects, a deviation for each cluster; Gibbs",
                "Kasim and Raudenbush (1998), doi:10.3102/10769986023002093",
                "2l.norm");
        add(
                all,
                Draws.NUMBERS,
                Proper.YES,
                "random effects by restricted maximum likelihood, then drawn",
                "Jolani (2018), doi:10.1177/1471082X17738254",
                "2l.lmer");
        add(
                all,
                Draws.NUMBERS,
                Proper.YES,
                "random effects, one deviation; Gibbs",
                "Schafer and Yucel (2002), doi:10.1198/106186002760180608",
                "2l.pan");
        add(
                all,
                Draws.TWO,
                Proper.YES,
                "logistic random effects by Laplace's approximation, then drawn",
                "Jolani et al. (2015), doi:10.1002/sim.6451",
                "2l.bin");
        add(
                all,
                Draws.ANY,
                Proper.NO,
                "the mean of each cluster, or the middle one of its labels",
                LEVEL_TWO,
                "2lonly.mean");
        add(all, Draws.NUMBERS, Proper.YES, "norm of one row a cluster", LEVEL_TWO, "2lonly.norm");
        add(all, Draws.ANY, Proper.YES, "pmm of one row a cluster", LEVEL_TWO, "2lonly.pmm");
    }

    private static void together(Map<String, About> all) {
        add(all, Draws.TIME, Proper.ROWS, "a tree by tests of log-rank scores", INFERENCE, "survctree");
        add(
                all,
                Draws.LABELS_TOGETHER,
                Proper.NO,
                "counts of all combinations, a prior; noise where epsilon is given",
                "Raab, Nowok and Dibben (2021), arXiv:2109.12717",
                "catall");
        add(
                all,
                Draws.LABELS_TOGETHER,
                Proper.NO,
                "margins fitted by iterative proportions; noise where epsilon is given",
                "Deming and Stephan (1940), doi:10.1214/aoms/1177731829",
                "ipf");
    }
}
