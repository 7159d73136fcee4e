# Whether 95 % intervals of R's mice cover, in the designs of bench's Coverage and ClusterCoverage.
#   Rscript coverage.R METHOD RUNS DESIGN SETS SEED [SECONDS]
# It ends after so many seconds with the runs that it has.
# DESIGN is rows (300 rows, 40 % missing, more for high values of z), textbook (the same with 25 %, less by z), or for methods
# that begin with 2l: clusters (100 of 20 rows, of which 40 % are missing, intraclass correlation .3) or few (30 of 10, .5).
# Methods 2lonly have 100 clusters of 3 rows. The parameter is the slope of x: 0.8. The last line says share, error, bias, width.
suppressMessages({library(mice); library(lme4)})
words <- commandArgs(TRUE)
method <- words[1]; runs <- as.integer(words[2]); design <- words[3]; m <- as.integer(words[4])
set.seed(as.integer(words[5]))
whole <- startsWith(method, "2lonly"); level <- startsWith(method, "2l"); yes <- method %in% c("2l.bin", "logreg")
few <- design == "few"; textbook <- design == "textbook"
data <- function() {
  if (!level) {
    n <- 300; x <- rnorm(n); z <- .5 * x + rnorm(n); mean <- .8 * x + .5 * z; g <- NULL
  } else {
    k <- if (whole || !few) 100 else 30; each <- if (whole) 3 else if (few) 10 else 20
    units <- if (whole) k else k * each
    x <- rnorm(units); z <- .5 * x + rnorm(units)
    if (whole) { x <- rep(x, each = each); z <- rep(z, each = each) }
    g <- rep(seq_len(k), each = each)
    sd <- if (whole) 0 else (if (few) 1 else .65) * (if (yes) .7 else 1)
    mean <- .8 * x + .5 * z + sd * rnorm(k)[g]
  }
  y <- if (yes) factor(ifelse(runif(length(mean)) < plogis(mean), "b", "a"), levels = c("a", "b")) else
    if (whole) (mean + rep(rnorm(k), each = each)) else mean + rnorm(length(mean))
  gone <- if (textbook) plogis(.5 * z - 1.2) else plogis(z - .5)
  out <- if (whole) rep(runif(k) < gone[!duplicated(g)], each = each) else runif(length(mean)) < gone
  y[out] <- NA
  if (is.null(g)) data.frame(y, x, z) else data.frame(y, x, z, g)
}
once <- function() {
  d <- data()
  p <- make.predictorMatrix(d); p[, ] <- 0
  p["y", c("x", "z")] <- if (method == "2l.norm") 2 else 1
  if (level) p["y", "g"] <- -2
  i <- suppressWarnings(mice(d, m = m, maxit = 1, method = c(method, rep("", ncol(d) - 1)), predictorMatrix = p, printFlag = FALSE))
  fits <- lapply(seq_len(m), function(s) {
    one <- complete(i, s)
    if (whole) one <- one[!duplicated(one$g), ]
    if (!level || whole) { if (yes) glm(y ~ x + z, binomial, one) else lm(y ~ x + z, one) }
    else if (yes) glmer(y ~ x + z + (1 | g), one, binomial) else lmer(y ~ x + z + (1 | g), one)
  })
  est <- sapply(fits, function(f) (if (inherits(f, "merMod")) fixef(f) else coef(f))[["x"]])
  var <- sapply(fits, function(f) as.matrix(vcov(f))["x", "x"])
  t <- pool.scalar(est, var, n = nobs(fits[[1]]), k = 3)
  half <- qt(.975, t$df) * sqrt(t$t)
  c(abs(t$qbar - .8) <= half, t$qbar - .8, 2 * half)
}
end <- proc.time()[["elapsed"]] + if (length(words) > 5) as.numeric(words[6]) else Inf
found <- matrix(0, 3, 0)
while (ncol(found) < runs && proc.time()[["elapsed"]] < end) found <- cbind(found, once())
runs <- ncol(found)
share <- mean(found[1, ])
cat(sprintf("mice %s, %s, %d runs of %d sets: %.1f %% (+- %.1f), bias %+.3f, mean width %.3f, deviation of estimates %.4f\n", method, design, runs, m,
  100 * share, 196 * sqrt(share * (1 - share) / runs), mean(found[2, ]), mean(found[3, ]), sd(found[2, ])))
