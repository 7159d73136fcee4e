# Reference values of R for tests of many p-values, and for the same tests as two_samples.py where R has them.
#
#     Rscript many_tests.R > core/src/test/resources/reference/many_tests.csv
#
# p.adjust by Holm and by Benjamini and Hochberg; NA is left out of the count, as p.adjust does.
p <- c(0.01, 0.04, 0.03, 0.005, 0.5, 1, 0.04, NA, 1e-12, 0.2)
cat("p,holm,bh\n")
writeLines(sprintf("%.17g,%.17g,%.17g", p, p.adjust(p, "holm"), p.adjust(p, "BH")))
x <- c(1, 4, 2.5, 7, 7, 8.25, 3)
y <- c(3, 3.5, 9, 1, 12, 4, 4, 11)
group <- rep(1:2, c(length(x), length(y)))
levene <- anova(lm(abs(c(x, y) - ave(c(x, y), group, FUN = median)) ~ factor(group)))
cat("test,statistic,p\n")
cat(sprintf("welch,%.17g,%.17g", t.test(x, y)$statistic, t.test(x, y)$p.value), "\n", sep = "")
whitney <- wilcox.test(x, y, exact = FALSE)
cat(sprintf("mann_whitney,%.17g,%.17g", whitney$statistic, whitney$p.value), "\n", sep = "")
cat(sprintf("brown_forsythe,%.17g,%.17g", levene[1, 4], levene[1, 5]), "\n", sep = "")
chi <- chisq.test(rbind(c(30, 20, 10), c(26, 35, 12)), correct = FALSE)
cat(sprintf("chi_square,%.17g,%.17g", chi$statistic, chi$p.value), "\n", sep = "")
