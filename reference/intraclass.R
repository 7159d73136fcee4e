# Reference values of the intraclass correlation: Rscript intraclass.R > intraclass.csv
# Two tables of values in groups, one balanced and one not, each with ICC(1) from base R's analysis of variance; for the
# balanced one also from nlme's REML variance components, which are the same numbers there (Searle, Casella and McCulloch
# 1992, Variance Components, section 4.4).
suppressMessages(library(nlme))

icc <- function(y, g) {
  table <- anova(lm(y ~ factor(g)))
  n <- tabulate(factor(g))
  size <- (sum(n) - sum(n^2) / sum(n)) / (length(n) - 1)
  between <- table[1, "Mean Sq"]
  within <- table[2, "Mean Sq"]
  (between - within) / (between + (size - 1) * within)
}

show <- function(name, y, g, value) {
  cat(name, paste(y, collapse = " "), paste(g, collapse = " "), format(value, digits = 17), sep = ";")
  cat("\n")
}

cat("name;values;groups;icc\n")
set.seed(1)
g <- rep(0:9, each = 4)
y <- round(rnorm(10)[g + 1] + rnorm(40), 3)
show("balanced, anova", y, g, icc(y, g))
fit <- lme(y ~ 1, random = ~ 1 | g, control = lmeControl(tolerance = 1e-14, msTol = 1e-14))
components <- c(as.numeric(getVarCov(fit)), fit$sigma^2)
show("balanced, nlme", y, g, components[1] / sum(components))
g <- c(0, 0, 0, 1, 2, 2, 3, 3, 3, 3, 4, 5, 5, 6, 6, 6)
y <- round(rnorm(7)[g + 1] * 2 + rnorm(16), 3)
show("unbalanced, anova", y, g, icc(y, g))
y <- c(1, -1, 1.5, -1.5, 2, -2.25)
g <- c(0, 0, 1, 1, 2, 2)
show("members avoid each other", y, g, icc(y, g))
