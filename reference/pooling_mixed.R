# Pooled inference of mixed, multinomial and proportional odds models: what R's mice, mitml, lme4, nnet and MASS give on
# four imputed sets of simulated rows in 30 groups.
#
#   Rscript reference/pooling_mixed.R core/src/test/resources/reference/pooling_mixed
#
# R 4.2.2, mice 3.15.0, mitml 0.4-4, lme4 1.1-31, broom.mixed 0.2.9.4, nnet 7.3-18, MASS 7.3-58.2. Writes long.csv (the
# sets), terms.csv (pooled coefficients), variances.csv (means over the sets) and tests.csv (D1, D2, D3). Run by hand; the
# results are committed.
suppressMessages({library(mice); library(mitml); library(lme4); library(nnet); library(MASS); library(broom.mixed)})
out <- commandArgs(TRUE)[1]
set.seed(11)
groups <- 30; n <- 360
g <- rep(seq_len(groups), each = n / groups)
u0 <- rnorm(groups, 0, 1); u1 <- rnorm(groups, 0, .5)
x <- rnorm(n, 20, 4); z <- rbinom(n, 1, .4)
y <- 3 + .5 * x + 1.2 * z + u0[g] * 2 + u1[g] * (x - 20) + rnorm(n, 0, 2)
pass <- as.integer(runif(n) < plogis(-.5 + .15 * (x - 20) + .8 * z + u0[g]))
grade <- cut(.1 * x + .5 * z + rlogis(n), c(-Inf, 1.5, 3, Inf), labels = c("low", "mid", "high"), ordered_result = TRUE)
kind <- factor(c("a", "b", "c")[1 + (runif(n) < plogis(.1 * (x - 20))) + (runif(n) < plogis(-1 + z))])
data <- data.frame(g, x = round(x, 2), z, y = round(y, 2), pass = factor(pass), grade, kind)
for (v in c("x", "y", "pass", "grade", "kind")) data[runif(n) < .15, v] <- NA
imp <- mice(data, m = 4, maxit = 3, seed = 5, printFlag = FALSE)
long <- complete(imp, "long")
write.csv(long[, c(".imp", ".id", names(data))], file.path(out, "long.csv"), row.names = FALSE, quote = FALSE)
options(digits = 15)
full <- function(x) trimws(formatC(as.numeric(x), digits = 12, format = "g"))
# Tight ends: what is compared is the estimate, not where an optimiser stopped.
bob <- function(tight = 1e-12) lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = tight, maxfun = 1e5))
bobg <- glmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5), tolPwrss = 1e-12)
# The data stand in the call: mitml fits again by maximum likelihood for D3.
mixed <- function(form, d) do.call(lmer, list(form, d, control = bob()))
fits <- function(make) lapply(split(long, long$.imp), make)
lm1 <- fits(function(d) mixed(y ~ x + z + (1 | g), d))

lm00 <- fits(function(d) mixed(y ~ 1 + (1 | g), d))
ls1 <- fits(function(d) mixed(y ~ x + z + (1 + x | g), d))
ls0 <- fits(function(d) mixed(y ~ x + (1 + x | g), d))
gl1 <- fits(function(d) glmer(pass ~ x + z + (1 | g), d, family = binomial, control = bobg))
gl0 <- fits(function(d) glmer(pass ~ z + (1 | g), d, family = binomial, control = bobg))
mn1 <- fits(function(d) multinom(kind ~ x + z, d, trace = FALSE, reltol = 1e-15, maxit = 500))
mn0 <- fits(function(d) multinom(kind ~ x, d, trace = FALSE, reltol = 1e-15, maxit = 500))
po1 <- fits(function(d) polr(grade ~ x + z, d, Hess = TRUE, control = list(reltol = 1e-14)))
po0 <- fits(function(d) polr(grade ~ x, d, Hess = TRUE, control = list(reltol = 1e-14)))

terms <- data.frame()
for (model in c("lmer", "slopes", "glmer", "multinom", "polr")) {
  m <- list(lmer = lm1, slopes = ls1, glmer = gl1, multinom = mn1, polr = po1)[[model]]
  s <- summary(pool(as.mira(m)), conf.int = TRUE)
  name <- if (model == "multinom") paste0(s$y.level, ": ", s$term) else as.character(s$term)
  terms <- rbind(terms, data.frame(model, term = gsub("(Intercept)", "(intercept)", gsub("|", " | ", name, fixed = TRUE), fixed = TRUE),
    estimate = full(s$estimate), error = full(s$std.error), statistic = full(s$statistic), df = full(s$df), p = full(s$p.value),
    low = full(s$`2.5 %`), high = full(s$`97.5 %`)))
}
write.csv(terms, file.path(out, "terms.csv"), row.names = FALSE, quote = FALSE)

variances <- data.frame()
for (model in c("lmer", "slopes", "glmer")) {
  m <- list(lmer = lm1, slopes = ls1, glmer = gl1)[[model]]
  psi <- Reduce(`+`, lapply(m, function(f) as.matrix(VarCorr(f)$g)[, , drop = FALSE])) / length(m)
  for (a in seq_len(nrow(psi))) for (b in seq_len(a)) variances <- rbind(variances, data.frame(model, value = full(psi[a, b])))
  if (model != "glmer") variances <- rbind(variances, data.frame(model, value = full(mean(sapply(m, sigma)^2))))
}
write.csv(variances, file.path(out, "variances.csv"), row.names = FALSE, quote = FALSE)

tests <- data.frame()
put <- function(model, test, r) tests <<- rbind(tests, data.frame(model, test, statistic = full(r[1]), df1 = full(r[2]), df2 = full(r[3]), p = full(r[4]), riv = full(r[5])))
try1 <- function(model, a, b, com = NULL) {
  for (method in c("D1", "D2", "D3")) {
    r <- try(testModels(as.mitml.result(a), as.mitml.result(b), method = method, use = "wald", df.com = if (method == "D1") com)$test, silent = TRUE)
    if (inherits(r, "try-error")) cat(model, method, "refused:", conditionMessage(attr(r, "condition")), "\n") else put(model, method, as.numeric(r))
  }
}
try1("lmer", lm1, lm00, df.residual(lm1[[1]]))
try1("slopes", ls1, ls0)
try1("glmer", gl1, gl0)
# D3 of those that mitml does not take, by the formula of Meng and Rubin on the log-likelihoods at the mean estimates.
d3 <- function(model, k, at1, at0, own1, own0) {
  m <- length(own1); dm <- mean(2 * (own1 - own0)); dl <- mean(2 * (at1 - at0))
  r <- (m + 1) / (k * (m - 1)) * (dm - dl); v <- k * (m - 1)
  w <- if (v > 4) 4 + (v - 4) * (1 + (1 - 2 / v) / r)^2 else v * (1 + 1 / k) * (1 + 1 / r)^2 / 2
  f <- dl / (k * (1 + r)); put(model, "D3", c(f, k, w, pf(f, k, w, lower.tail = FALSE), r))
}
sets <- split(long, long$.imp)
mlog <- function(b, form, d) { X <- model.matrix(form, d); e <- cbind(0, X %*% t(b)); sum((e - log(rowSums(exp(e))))[cbind(seq_len(nrow(d)), as.integer(d$kind))]) }
mean.of <- function(l) Reduce(`+`, l) / length(l)
d3("multinom", 2, sapply(sets, mlog, b = mean.of(lapply(mn1, coef)), form = ~ x + z), sapply(sets, mlog, b = mean.of(lapply(mn0, coef)), form = ~ x), sapply(mn1, logLik), sapply(mn0, logLik))
plog <- function(b, zeta, form, d) { X <- model.matrix(form, d)[, -1, drop = FALSE]; e <- drop(X %*% b); cut <- c(-Inf, zeta, Inf); y <- as.integer(d$grade); sum(log(plogis(cut[y + 1] - e) - plogis(cut[y] - e))) }
d3("polr", 1, sapply(sets, plog, b = mean.of(lapply(po1, coef)), zeta = mean.of(lapply(po1, `[[`, "zeta")), form = ~ x + z), sapply(sets, plog, b = mean.of(lapply(po0, coef)), zeta = mean.of(lapply(po0, `[[`, "zeta")), form = ~ x), sapply(po1, logLik), sapply(po0, logLik))
psi <- function(fits) sqrt(mean(sapply(fits, function(f) VarCorr(f)$g[1, 1])))
glog <- function(fits, form) { b <- mean.of(lapply(fits, fixef)); sapply(sets, function(d) -.5 * glmer(form, d, family = binomial, devFunOnly = TRUE, control = bobg)(c(psi(fits), b))) }
d3("glmer", 1, glog(gl1, pass ~ x + z + (1 | g)), glog(gl0, pass ~ z + (1 | g)), sapply(gl1, logLik), sapply(gl0, logLik))
write.csv(tests, file.path(out, "tests.csv"), row.names = FALSE, quote = FALSE)
