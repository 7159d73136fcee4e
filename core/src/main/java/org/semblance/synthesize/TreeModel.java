package org.semblance.synthesize;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.model.Corrupt;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnModel;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.OrderRules;
import org.semblance.trees.TreeChain;
import tools.jackson.databind.node.ArrayNode;

/**
 * A chain of trees over the code space of a table.
 *
 * @param coding between table and codes
 * @param chain the trees, in visit order
 * @param chosen how the trees were grown, in words, for provenance
 */
record TreeModel(TreeCoding coding, TreeChain chain, String chosen) implements Model {
    @Override
    public Schema schema() {
        return coding.schema();
    }

    @Override
    public Rows sample(long rows, Run run) {
        Rng rng = run.rng();
        return new Rows() {
            @Override
            public Schema schema() {
                return coding.schema();
            }

            @Override
            public long size() {
                return rows;
            }

            @Override
            public Table block(long index) {
                return coding.table(chain.draw(blockSize(index), rng.child(index)));
            }
        };
    }

    @Override
    public List<String> contents() {
        int leaves = 0;
        int lines = 0;
        for (ColumnModel tree : chain.trees()) {
            leaves += tree.leaves();
            lines += tree instanceof ColumnTree plain ? plain.lineLeaves() : 0;
        }
        int labels = 0;
        for (List<String> dictionary : coding.labels()) {
            labels += dictionary.size();
        }
        return List.of(
                "chosen: " + chosen,
                labels + " labels of categories and flags",
                "for each number column, values that occur often and bin edges between the others",
                leaves + " leaves with the codes that occurred in them, column by column"
                        + (lines > 0 ? "; " + lines + " of them hold a line and what it left unexplained" : ""),
                chain.rules().count() + " orders between number columns that every drawn row keeps",
                "no whole rows");
    }

    @Override
    public Stored store() {
        Stored stored = Stored.empty();
        stored.json().put("chosen", chosen);
        ArrayNode order = stored.json().putArray("order");
        coding.store(stored);
        ArrayNode rules = stored.json().putArray("never-larger");
        for (int c = 0; c < coding.books().length; c++) {
            for (int other : chain.rules().below()[c]) {
                rules.addArray().add(name(other)).add(name(c));
            }
            for (int other : chain.rules().above()[c]) {
                rules.addArray().add(name(c)).add(name(other));
            }
        }
        for (ColumnModel tree : chain.trees()) {
            order.add(name(tree.target()));
            tree.arrays().forEach((name, array) -> stored.put("tree-" + tree.target() + "/" + name, array));
        }
        return stored;
    }

    private String name(int column) {
        return coding.schema().field(column).name();
    }

    /** Whether a column is exactly given by others somewhere. */
    boolean exact() {
        for (ColumnModel tree : chain.trees()) {
            if (tree instanceof ColumnTree plain && plain.exact()) {
                return true;
            }
        }
        return false;
    }

    static TreeModel load(Stored stored, Schema schema) {
        TreeCoding coding = TreeCoding.load(stored, schema);
        CodeBook[] books = coding.books();
        var order = stored.json().path("order");
        if (order.size() != books.length) {
            throw Corrupt.because("it has " + order.size() + " trees for " + books.length + " columns");
        }
        ColumnModel[] trees = new ColumnModel[books.length];
        for (int i = 0; i < trees.length; i++) {
            int target = schema.find(order.path(i).asString());
            trees[i] = ColumnModel.restore(below(stored, "tree-" + target + "/"), books);
        }
        return new TreeModel(
                coding,
                new TreeChain(books, trees, rules(stored, schema, books, trees)),
                stored.json().path("chosen").asString());
    }

    /** The rules between numbers, each with the column that is visited later. */
    private static OrderRules rules(Stored stored, Schema schema, CodeBook[] books, ColumnModel[] trees) {
        int[] visit = new int[books.length];
        for (int i = 0; i < trees.length; i++) {
            visit[trees[i].target()] = i;
        }
        int[][] below = new int[books.length][0];
        int[][] above = new int[books.length][0];
        stored.json().path("never-larger").forEach(pair -> {
            int less = schema.find(pair.path(0).asString());
            int more = schema.find(pair.path(1).asString());
            if (less < 0 || more < 0 || !books[less].numeric() || !books[more].numeric()) {
                throw Corrupt.because("a rule names a column that is not there or not a number");
            }
            if (visit[less] < visit[more]) {
                below[more] = with(below[more], less);
            } else {
                above[less] = with(above[less], more);
            }
        });
        return new OrderRules(below, above);
    }

    private static int[] with(int[] columns, int column) {
        int[] out = Arrays.copyOf(columns, columns.length + 1);
        out[columns.length] = column;
        return out;
    }

    private static Map<String, Object> below(Stored stored, String prefix) {
        Map<String, Object> out = new LinkedHashMap<>();
        stored.arrays().forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                out.put(name.substring(prefix.length()), array);
            }
        });
        return out;
    }
}
