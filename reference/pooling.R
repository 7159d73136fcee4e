# Pooled inference: what R's mice (and mitml) give for regressions on five imputed sets of the nhanes data.
#
#   Rscript reference/pooling.R core/src/test/resources/reference/pooling
#
# R 4.2.2, mice 3.15.0, mitml 0.4-4. Writes long.csv (the sets), terms.csv (pooled coefficients by rule and model) and
# tests.csv (D1, D2, D3 and pooled R squared). Run by hand; the results are committed.
suppressMessages({library(mice); library(mitml)})
out <- commandArgs(TRUE)[1]
imp <- mice(nhanes2, m = 5, maxit = 5, seed = 27, printFlag = FALSE)
long <- complete(imp, "long")
write.csv(long[, c(".imp", ".id", "age", "bmi", "hyp", "chl")], file.path(out, "long.csv"), row.names = FALSE, quote = FALSE)
options(digits = 15)
full <- function(x) trimws(formatC(as.numeric(x), digits = 15, format = "g"))

rows <- function(model, rule, pooled) {
  s <- summary(pooled, conf.int = TRUE)
  p <- pooled$pooled
  data.frame(model = model, rule = rule, term = as.character(s$term), estimate = full(s$estimate), error = full(s$std.error),
    statistic = full(s$statistic), df = full(s$df), p = full(s$p.value), low = full(s$`2.5 %`), high = full(s$`97.5 %`),
    ubar = full(p$ubar), b = full(p$b), t = full(p$t), riv = full(p$riv), lambda = full(p$lambda), fmi = full(p$fmi))
}
tight <- glm.control(epsilon = 1e-14, maxit = 100)
linear <- with(imp, lm(chl ~ age + bmi))
logistic <- with(imp, glm(hyp ~ bmi, family = binomial, control = tight))
poisson <- with(imp, glm(round(chl / 20) ~ age + bmi, family = poisson, control = tight))
terms <- rbind(
  rows("linear", "rubin1987", pool(linear)),
  rows("linear", "reiter2003", pool.syn(linear)),
  rows("logistic", "rubin1987", pool(logistic)),
  rows("poisson", "rubin1987", pool(poisson)))
write.csv(terms, file.path(out, "terms.csv"), row.names = FALSE, quote = FALSE)

less <- with(imp, lm(chl ~ age))
none <- with(imp, glm(hyp ~ 1, family = binomial, control = tight))
tests <- data.frame()
add <- function(model, test, statistic, df1, df2, p, riv)
  tests <<- rbind(tests, data.frame(model = model, test = test, statistic = full(statistic), df1 = full(df1), df2 = full(df2), p = full(p), riv = full(riv)))
take <- function(model, test, x) { r <- as.numeric(unlist(x$result)); add(model, test, r[1], r[2], r[3], r[4], r[5]) }
take("linear", "D1", D1(linear, less, dfcom = NULL))
age <- with(imp, lm(chl ~ bmi))
take("linear-age", "D1", D1(linear, age))
take("linear-age", "D2", D2(linear, age))
take("linear", "D2", D2(linear, less))
take("logistic", "D1", D1(logistic, none))
take("logistic", "D2", D2(logistic, none))
# D3 by mitml: mice's own fits an intercept anew beside the pooled coefficients.
ratio <- function(model, a, b) {
  r <- as.numeric(testModels(as.mitml.result(a), as.mitml.result(b), method = "D3")$test)
  add(model, "D3", r[1], r[2], r[3], r[4], r[5])
}
ratio("linear", linear, less)
ratio("linear-age", linear, age)
for (adjusted in c(FALSE, TRUE)) {
  r <- pool.r.squared(linear, adjusted = adjusted)
  add("linear", if (adjusted) "adjusted" else "squared", r[1], r[2], r[3], r[4], NA)
}
write.csv(tests, file.path(out, "tests.csv"), row.names = FALSE, quote = FALSE)
