# Overlap of confidence intervals and lack of fit, worked out in R from their definitions: the reference of AnalysisTest.
#
#   Rscript reference/overlap.R core/src/test/resources/reference/overlap
#
# Needs jsonlite. Writes real.csv and synthetic1.csv .. synthetic3.csv (no real data in them) and overlap.json: per model,
# number of synthetic tables m and way of inference the estimates, standard errors, standardised differences, overlaps
# (Karr et al. 2006) and the lack of fit d' (V n / (k m))^-1 d, for k synthetic and n real rows.
suppressMessages(library(jsonlite))
folder <- commandArgs(trailingOnly = TRUE)[1]
RNGversion("4.0.0"); set.seed(11)
law <- function(n, shift = 0) {
  a <- round(rnorm(n), 3)
  g <- sample(c("p", "q", "r"), n, TRUE, c(.5, .3, .2))
  y <- round(1 + (0.5 + shift) * a - 0.7 * (g == "q") + rnorm(n), 3)
  e <- ifelse(runif(n) < plogis(0.4 * a + (g == "r") * (0.8 - shift)), "yes", "no")
  data.frame(a, g, y, e)
}
real <- law(300)
made <- list(law(450, 0.1), law(450, 0.2), law(450, 0))
write.csv(real, file.path(folder, "real.csv"), row.names = FALSE, quote = FALSE)
for (i in 1:3) write.csv(made[[i]], file.path(folder, sprintf("synthetic%d.csv", i)), row.names = FALSE, quote = FALSE)

fit <- function(formula, d) {
  d$e <- factor(d$e)
  if (formula == "e ~ a + g") glm(as.formula(formula), binomial, d, control = glm.control(epsilon = 1e-14, maxit = 50)) else lm(as.formula(formula), d)
}
cases <- list()
for (formula in c("y ~ a*g", "e ~ a + g")) for (m in c(1, 3)) for (inference in c("original", "population", "reiter")) {
  if (m == 1 && inference == "reiter") next
  n <- nrow(real); k <- 450
  o <- fit(formula, real); s <- lapply(made[1:m], function(d) fit(formula, d))
  q <- sapply(s, coef); v <- sapply(s, function(x) diag(vcov(x)))
  qbar <- rowMeans(q); vbar <- rowMeans(v); b <- if (m > 1) apply(q, 1, var) else 0
  se <- switch(inference, original = sqrt(vbar * k / n), population = sqrt(vbar * k / n * (1 + n / (k * m))), reiter = sqrt(vbar + b / m))
  width <- if (inference == "reiter") qt(.975, (m - 1) * (1 + vbar / (b / m))^2) else qnorm(.975)
  lo <- coef(o) - qnorm(.975) * sqrt(diag(vcov(o))); uo <- coef(o) + qnorm(.975) * sqrt(diag(vcov(o)))
  ls <- qbar - width * se; us <- qbar + width * se
  common <- pmin(uo, us) - pmax(lo, ls)
  overlap <- (common / (uo - lo) + common / (us - ls)) / 2
  d <- qbar - coef(o)
  cases[[length(cases) + 1]] <- list(model = formula, m = m, inference = inference, names = names(coef(o)), real = unname(coef(o)), low = unname(ls), high = unname(us),
    z = unname(d / sqrt(diag(vcov(o)))), overlap = unname(overlap), lack = drop(t(d) %*% solve(vcov(o) * n / (k * m)) %*% d))
}
writeLines(toJSON(list(by = R.version.string, script = "reference/overlap.R", cases = cases), digits = NA, auto_unbox = TRUE, pretty = 1), file.path(folder, "overlap.json"))
