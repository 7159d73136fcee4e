# Reference values of the linear methods of mice: Rscript conditional_linear.R FOLDER
# Writes data.csv (a table with holes in y), predicted.csv (norm.predict) and coefficients.csv (lm on the observed rows).
suppressMessages({library(mice); library(methods)})
out <- commandArgs(TRUE)[1]
set.seed(20261129)
n <- 150
x1 <- round(rnorm(n, 50, 10), 2)
x2 <- round(rexp(n), 3)
g <- factor(sample(c("a", "b", "c"), n, TRUE, c(.4, .35, .25)))
y <- round(3 + .2 * x1 - 1.5 * x2 + c(a = 0, b = 2, c = -3)[as.character(g)] + rnorm(n, 0, 2), 2)
missing <- sample(n, 45)
holes <- y
holes[missing] <- NA
write.csv(data.frame(x1, x2, g, y = holes), file.path(out, "data.csv"), row.names = FALSE, na = "", quote = FALSE)
fit <- lm(holes ~ x1 + x2 + g)
s <- summary(fit)
write.csv(data.frame(term = names(coef(fit)), estimate = coef(fit), error = s$coefficients[, 2], sigma = s$sigma),
          file.path(out, "coefficients.csv"), row.names = FALSE, quote = FALSE)
x <- model.matrix(~ x1 + x2 + g)[, -1]
ry <- !is.na(holes)
write.csv(data.frame(row = which(!ry), predicted = as.vector(mice.impute.norm.predict(holes, ry, x))),
          file.path(out, "predicted.csv"), row.names = FALSE)
