#!/usr/bin/env Rscript
# Propensity scores of the pairs of tables that reference/joint.py makes, by R's own glm and by rpart, as synthpop's
# utility.gen asks them: pMSE and the number of coefficients.
#
#   Rscript reference/propensity.R core/src/test/resources/reference/joint
#
# Writes propensity.json there. Trees are asked for on the pair without missing values, where rpart has no surrogates, and
# on floor(16 x), so that no column has more than 255 values.
suppressMessages({library(rpart); library(jsonlite)})

folder <- commandArgs(TRUE)[1]

read <- function(name) {
  table <- read.csv(file.path(folder, paste0(name, ".csv")), na.strings = "", stringsAsFactors = FALSE)
  for (column in c("k", "m", "f")) table[[column]][is.na(table[[column]])] <- "missing"
  table
}

pair <- function(name) {
  real <- read(paste0(name, "_real"))
  synthetic <- read(paste0(name, "_synthetic"))
  both <- rbind(real, synthetic)
  for (column in c("k", "m", "f")) both[[column]] <- factor(both[[column]])
  for (column in c("a", "b", "c")) {
    lost <- is.na(both[[column]])
    if (any(lost)) {
      both[[paste0(column, ".missing")]] <- factor(lost)
      both[[column]][lost] <- 0
    }
  }
  both$t <- c(rep(0, nrow(real)), rep(1, nrow(synthetic)))
  both
}

pmse <- function(score, t) mean((score - mean(t))^2)

logit <- function(both, formula) {
  fit <- glm(formula, data = both, family = binomial, control = glm.control(epsilon = 1e-12, maxit = 200))
  p <- predict(fit, type = "response")
  t <- both$t
  c <- mean(t)
  df <- fit$rank - 1
  list(pmse = pmse(p, t), df = df, spmse = pmse(p, t) / (df * (1 - c)^2 * c / length(t)),
       u = unname(wilcox.test(p[t == 1], p[t == 0])$statistic))
}

tree <- function(both, cp) {
  both$t <- factor(both$t)
  for (column in c("a", "b", "c")) both[[column]] <- floor(both[[column]] * 16)
  fit <- rpart(t ~ ., data = both, method = "class", control = rpart.control(cp = cp, minbucket = 5, xval = 0))
  t <- as.numeric(both$t) - 1
  p <- predict(fit)[, 2]
  list(cp = cp, leaves = sum(fit$frame$var == "<leaf>"), pmse = pmse(p, t),
       specks = unname(suppressWarnings(ks.test(p[t == 1], p[t == 0]))$statistic))
}

out <- list(by = R.version.string, rpart = as.character(packageVersion("rpart")), script = "reference/propensity.R")
whole <- pair("whole")
out$whole <- list(main = logit(whole, t ~ .), pairs = logit(whole, t ~ (a + b + c + f)^2),
                  trees = lapply(c(1e-3, 5e-3, 1e-2, 3e-2), function(cp) tree(whole, cp)))
gaps <- pair("gaps")
out$gaps <- list(main = logit(gaps, t ~ .))
writeLines(toJSON(out, auto_unbox = TRUE, digits = 15, pretty = TRUE), file.path(folder, "propensity.json"))
