# Regressions by R on one simulated table: the reference of the user's own model (AnalysisTest, FormulaTest).
#
#   Rscript reference/regression.R core/src/test/resources/reference/regression
#
# Needs jsonlite, MASS (polr) and ordinal (clm, whose standard errors are exact where polr's are numerical).
# Writes table.csv (no real data in it; empty is missing) and fits.json: per model the coefficients, their standard
# errors and the deviance, in R's order of terms.
suppressMessages({library(jsonlite); library(MASS); library(ordinal)})
folder <- commandArgs(trailingOnly = TRUE)[1]
options(contrasts = c("contr.treatment", "contr.poly"), digits = 15)
RNGversion("4.0.0"); set.seed(7)

n <- 400
x <- round(rnorm(n, 50, 12), 1)
z <- round(exp(rnorm(n)), 3) + 0.001
k <- sample(1:4, n, TRUE)
g <- sample(c("A", "B", "C"), n, TRUE, c(.5, .3, .2))
h <- sample(c("no", "yes"), n, TRUE)
eta <- -0.5 + 0.03 * (x - 50) + 0.6 * (g == "B") - 0.8 * (g == "C") * (h == "yes") + 0.4 * log(z)
y <- round(2 + 3 * eta + rnorm(n), 3)
b <- ifelse(runif(n) < plogis(eta), "yes", "no")
c <- rpois(n, exp(0.5 * eta + 0.3 * log(z)))
u <- eta + rlogis(n)
o <- as.character(cut(u, c(-Inf, -1.5, 0, 1.2, Inf), labels = c("1 low", "2 mid", "3 high", "4 top")))
x[sample(n, 15)] <- NA
g[sample(n, 10)] <- NA
b[sample(n, 5)] <- NA
d <- data.frame(x, z, k, g, h, y, b, c, o)
write.csv(d, file.path(folder, "table.csv"), row.names = FALSE, na = "", quote = FALSE)

tight <- glm.control(epsilon = 1e-14, maxit = 100)
linear <- c("y ~ x", "y ~ x + g + h", "y ~ x*g", "y ~ x + g - 1", "y ~ 0 + g + x:g", "y ~ x:g", "y ~ g:h", "y ~ g:h - 1",
  "y ~ (x + g + h)^2", "y ~ x + I(x^2) + log(z)", "log(z) ~ x + h", "y ~ poly(z, 3) + h", "y ~ g/x", "y ~ h + g:x + z",
  "y ~ . - b - o - c", "y ~ x + I(2*x) + g", "y ~ factor(k) + x", "y ~ x*g*h - x:g:h", "y ~ x*z*k", "y ~ h:k + g",
  "y ~ -1 + x + x:h", "y ~ I(g == \"B\") + I(x > 50) + sqrt(z) + abs(x - 50)", "y ~ g*h + x - g", "y ~ offset(z) + x",
  "I(y^2) ~ 1", "y ~ I(-x^2 / 3 * 2 + 1) + exp(-z) + log2(z) + log10(z + 1) + log1p(z)")
logistic <- c("b ~ x + g*h", "b ~ poly(z, 2) + factor(k)", "I(b == \"no\") ~ log(z)", "I(y > 2) ~ x + h")
poisson <- c("c ~ x + g", "c ~ offset(log(z)) + h", "c ~ g:h + z - 1")
ordinal <- c("o ~ x + g", "o ~ x*h + log(z)", "o ~ factor(k)")

one <- function(formula, family, coefficients, errors, deviance, rows)
  list(formula = formula, family = family, coefficients = I(unname(coefficients)), errors = I(unname(errors)), deviance = deviance, rows = rows)
fits <- list()
for (f in linear) {
  m <- lm(as.formula(f), d)
  se <- rep(NA, length(coef(m))); se[!is.na(coef(m))] <- sqrt(diag(vcov(m, complete = FALSE)))
  fits[[length(fits) + 1]] <- one(f, "linear", coef(m), se, sum(residuals(m)^2), nobs(m))
}
for (f in c(logistic, poisson)) {
  kind <- if (f %in% logistic) "logistic" else "poisson"
  e <- d; e$b <- factor(e$b)
  m <- glm(as.formula(f), if (kind == "logistic") binomial else stats::poisson, e, control = tight)
  fits[[length(fits) + 1]] <- one(f, kind, coef(m), sqrt(diag(vcov(m))), deviance(m), nobs(m))
}
for (f in ordinal) {
  e <- d; e$o <- factor(e$o)
  m <- polr(as.formula(f), e, Hess = TRUE, control = list(reltol = 1e-15, maxit = 1000))
  exact <- clm(as.formula(f), data = e, control = clm.control(gradTol = 1e-12))
  p <- length(coef(m)); q <- length(m$zeta)
  se <- sqrt(diag(vcov(exact)))[c(q + seq_len(p), seq_len(q))]
  stopifnot(max(abs(c(coef(m), m$zeta) - c(exact$beta, exact$alpha))) < 1e-4)
  fits[[length(fits) + 1]] <- one(f, "ordinal", c(exact$beta, exact$alpha), se, deviance(m), nobs(m))
}
writeLines(toJSON(list(by = R.version.string, script = "reference/regression.R", fits = fits), digits = NA, auto_unbox = TRUE, pretty = 1, na = "null"),
  file.path(folder, "fits.json"))
