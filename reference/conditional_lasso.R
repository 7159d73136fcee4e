# Reference values of the lasso: Rscript conditional_lasso.R FOLDER. Writes data.csv (150 rows: eight numbers and a factor,
# targets y and two with holes), path.csv (glmnet's coefficients in the predictors' units at some places of its path, of
# both families), folds.csv (the folds given to cv.glmnet), chosen.csv (its lambda.min) and draws.csv: 1,000 draws of
# mice's four methods for one row.
suppressMessages({library(mice); library(glmnet)})
out <- commandArgs(TRUE)[1]
set.seed(21)
n <- 150
data <- as.data.frame(round(matrix(rnorm(n * 8), n), 3))
names(data) <- paste0("x", 1:8)
data$x2 <- round(data$x1 * .6 + data$x2 * 5, 3)
data$g <- factor(sample(c("a", "b", "c"), n, TRUE))
data$y <- round(2 + data$x1 + .2 * data$x2 - .5 * data$x3 + (data$g == "b") + rnorm(n), 3)
data$two <- factor(ifelse(data$x1 - data$x4 + rnorm(n) > 0, "yes", "no"))
whole <- data
data$y[sample(n, 30)] <- NA
data$two[sample(n, 30)] <- NA
write.csv(data, file.path(out, "data.csv"), row.names = FALSE, na = "")
x <- model.matrix(~ . - y - two, data = whole)[, -1]
ry <- !is.na(data$y)
rt <- !is.na(data$two)
folds <- sample(rep(1:10, length.out = n))
linear <- cv.glmnet(x[ry, ], data$y[ry], foldid = folds[ry], thresh = 1e-14)
binary <- cv.glmnet(x[rt, ], data$two[rt], family = "binomial", foldid = folds[rt], thresh = 1e-14)
places <- c(5, 20, 40)
path <- rbind(data.frame(family = "gaussian", lambda = linear$lambda[places], t(as.matrix(coef(linear, s = linear$lambda[places])))),
              data.frame(family = "binomial", lambda = binary$lambda[places], t(as.matrix(coef(binary, s = binary$lambda[places])))))
write.csv(path, file.path(out, "path.csv"), row.names = FALSE)
write.csv(data.frame(fold = folds), file.path(out, "folds.csv"), row.names = FALSE)
write.csv(data.frame(family = c("gaussian", "binomial"), first = c(linear$lambda[1], binary$lambda[1]),
                     count = c(length(linear$lambda), length(binary$lambda)),
                     min = c(linear$lambda.min, binary$lambda.min)), file.path(out, "chosen.csv"), row.names = FALSE)
wy <- seq_len(n) == which(!ry)[1]
wt <- seq_len(n) == which(!rt)[1]
draw <- function(f, y, ry, wy) suppressWarnings(replicate(1000, as.character(f(y, ry, x, wy = wy))))
draws <- data.frame(norm = draw(mice.impute.lasso.norm, data$y, ry, wy),
                    select.norm = draw(mice.impute.lasso.select.norm, data$y, ry, wy),
                    logreg = draw(mice.impute.lasso.logreg, data$two, rt, wt),
                    select.logreg = draw(mice.impute.lasso.select.logreg, data$two, rt, wt))
write.csv(draws, file.path(out, "draws.csv"), row.names = FALSE, quote = FALSE)
