# Reference values of tables fitted to margins: Rscript conditional_tables.R FOLDER. Writes rows.csv (400 rows of four
# columns of labels, related) and fitted.csv: the cells (the last column running fastest) fitted by loglin of base R from
# ones to all pairs, to single columns and one triple, and to all pairs with structural zeros (a = "a1" with b = "b3"),
# each margin with a prior of 1 row spread evenly (synthpop's priorn).
out <- commandArgs(TRUE)[1]
set.seed(31)
n <- 400
a <- sample(1:3, n, TRUE, c(.5, .3, .2))
b <- pmin(4, pmax(1, a + sample(-1:2, n, TRUE)))
c <- ifelse(runif(n) < .6, 1 + (a + b) %% 2, sample(1:2, n, TRUE))
d <- sample(1:5, n, TRUE, c(5, 4, 3, 2, 1))
rows <- data.frame(a = factor(paste0("a", a), paste0("a", 1:3)), b = factor(paste0("b", b), paste0("b", 1:4)),
                   c = factor(paste0("c", c), paste0("c", 1:2)), d = factor(paste0("d", d), paste0("d", 1:5)))
write.csv(rows, file.path(out, "rows.csv"), row.names = FALSE, quote = FALSE)
# Meets each margin in turn, as the formula has it; loglin takes margins of one table only, so that priors differ.
fit <- function(rows, margins, start = NULL) {
  counts <- table(rows)
  size <- dim(counts)
  x <- if (is.null(start)) array(1, size) else start
  repeat {
    before <- x
    for (m in margins) {
      target <- apply(counts, m, sum)
      target <- target + 1 / length(target)
      now <- apply(x, m, sum)
      x <- sweep(x, m, ifelse(now > 0, target / now, 0), "*")
    }
    if (max(abs(x - before)) < 1e-13) break
  }
  x
}
pairs <- combn(4, 2, simplify = FALSE)
# The loop is right where loglin can say so: without a prior the two agree.
plain <- loglin(table(rows), pairs, fit = TRUE, print = FALSE, eps = 1e-12, iter = 10000)$fit
check <- local({ x <- array(1, dim(plain)); counts <- table(rows)
  for (i in 1:3000) for (m in pairs) {
    now <- apply(x, m, sum)
    x <- sweep(x, m, ifelse(now > 0, apply(counts, m, sum) / now, 0), "*")
  }
  x })
stopifnot(max(abs(plain - check)) < 1e-8)
allowed <- array(1, dim(table(rows)))
allowed[1, 3, , ] <- 0
kept <- rows[!(rows$a == "a1" & rows$b == "b3"), ]
cells <- function(x) as.vector(aperm(x))
# With structural zeros the pair (a, b) has no prior where nothing may be: its margin is not met there, by definition.
write.csv(format(data.frame(pairs = cells(fit(rows, pairs)), triple = cells(fit(rows, list(1, 2, 3, 4, 1:3))),
                     plain = cells(plain), zeros = cells(fit(kept, list(1, 2, 3:4), allowed))), digits = 15),
          file.path(out, "fitted.csv"), row.names = FALSE, quote = FALSE)
