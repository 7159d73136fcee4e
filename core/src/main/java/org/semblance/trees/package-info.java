/** Trees over codes of one byte: code books, classification trees, donors in their leaves, boosting. No table here. */
@NullMarked
package org.semblance.trees;

import org.jspecify.annotations.NullMarked;
