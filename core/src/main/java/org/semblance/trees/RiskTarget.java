package org.semblance.trees;

/** What a tree is grown for that takes back what does not pay. */
abstract class RiskTarget extends NodeTarget {
    /** What the node costs where it is a leaf, as {@link LeafTree.Rules#cp} counts it. */
    abstract double risk();
}
