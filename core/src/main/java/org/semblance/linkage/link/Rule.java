package org.semblance.linkage.link;

import java.util.Arrays;
import org.semblance.linkage.Role;
import org.semblance.linkage.score.Links;
import org.semblance.run.Run;

/** Links rows by the kind of rule that registers write down: no weights, nothing learnt. */
public final class Rule implements Linker {
    @Override
    public String name() {
        return "rule";
    }

    @Override
    public String statement() {
        return "Candidates: " + Blocking.STATEMENT
                + ". Linked where names are alike (Jaro-Winkler of at least .92 each) and"
                + " birth dates equal or an edit or swap apart; or names are equal and the year of birth, postcode, phone,"
                + " e-mail or street is; or an identifier is equal and a name alike or the birth date equal.";
    }

    @Override
    public Links link(Fields fields, Run run) {
        long[] pairs = Blocking.of(fields).pairs();
        boolean[] linked = new boolean[pairs.length];
        int block = 1 << 14;
        run.parallel((pairs.length + block - 1) / block, b -> {
            for (int i = b * block; i < Math.min(pairs.length, (b + 1) * block); i++) {
                linked[i] = linked(fields, (int) (pairs[i] >>> 32), (int) pairs[i]);
            }
        });
        int kept = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (linked[i]) {
                pairs[kept++] = pairs[i];
            }
        }
        return Links.pairs(Arrays.copyOf(pairs, kept));
    }

    private static boolean linked(Fields fields, int s, int t) {
        boolean named = false;
        boolean allAlike = true;
        boolean allEqual = true;
        boolean someAlike = false;
        boolean id = false;
        boolean address = false;
        int birth = -1;
        for (Field field : fields.list) {
            int level = field.level(s, t);
            int top = field.kind.levels() - 1;
            if (level < 0) {
                continue;
            }
            Role role = field.role;
            if (role.isName()) {
                named = true;
                allAlike &= level >= 2;
                allEqual &= level == top;
                someAlike |= level >= 2;
            } else if (role == Role.BIRTH_DATE) {
                birth = level;
            } else if (role == Role.BIRTH_YEAR) {
                birth = level == top ? 1 : 0;
            } else if (level == top) {
                id |= role == Role.IDENTIFIER || role == Role.NATIONAL_ID;
                address |= role == Role.POSTCODE || role == Role.PHONE || role == Role.EMAIL || role == Role.STREET;
            }
        }
        return named && allAlike && birth >= 2
                || named && allEqual && (birth >= 1 || address)
                || id && (someAlike || birth == 3);
    }
}
