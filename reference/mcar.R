# Jamshidian and Jalal's test of missing completely at random: what the parts of R's mice::mcar give for one completed set.
#
#   Rscript reference/mcar.R core/src/test/resources/reference/missing
#
# R 4.2.2, mice 3.15.0. Writes mcar_rows.csv (a completed set, and the pattern of each row) and mcar.csv. Every pattern has
# 30 rows or more, so that nothing is simulated. Of the rank test only the statistic is compared: mice takes the wrong end
# of the table of quantiles for its p. Run by hand; the results are committed.
suppressMessages(library(mice))
out <- commandArgs(TRUE)[1]
set.seed(3)
n <- 240; a <- rnorm(n); b <- .6 * a + rnorm(n); c <- exp(.3 * a + .5 * rnorm(n))
pattern <- sample(rep(1:4, c(90, 70, 45, 35)))
x <- round(data.frame(a, b, c), 4)
x[pattern == 3, "b"] <- round(x[pattern == 3, "b"] * 1.6, 4)
write.csv(cbind(x, pattern), file.path(out, "mcar_rows.csv"), row.names = FALSE, quote = FALSE)
h <- mice:::hawkins(x, pattern)
p <- sapply(h$a, mice:::p_neyman)
ad <- mice:::anderson_darling(h$fij)
k <- 4; ni <- sapply(h$fij, length); N <- sum(ni)
# The standardised statistic, which mice keeps to itself: by the p of its table.
j <- sum(1 / ni); H <- sum(1 / (1:(N - 1))); g <- sum(sapply(1:(N - 2), function(i) sum(1 / ((i + 1):(N - 1))) / (N - i)))
A <- (4 * g - 6) * (k - 1) + (10 - 6 * g) * j; B <- (2 * g - 4) * k^2 + 8 * H * k + (2 * g - 14 * H - 4) * j - 8 * H + 4 * g - 6
C <- (6 * H + 2 * g - 2) * k^2 + (4 * H - 4 * g + 6) * k + (2 * H - 6) * j + 4 * H; D <- (2 * H + 6) * k^2 - 4 * H * k
v <- (A * N^3 + B * N^2 + C * N + D) / ((N - 1) * (N - 2) * (N - 3))
full <- function(x) formatC(x, digits = 12, format = "g")
write.csv(data.frame(what = c("hawkins", "p", "rank", paste0("neyman", 1:4)),
  value = full(c(-2 * sum(log(p)), pchisq(-2 * sum(log(p)), 2 * k, lower.tail = FALSE), (sum(ad[-1]) - (k - 1)) / sqrt(v), p))),
  file.path(out, "mcar.csv"), row.names = FALSE, quote = FALSE)
