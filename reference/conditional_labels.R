# Reference values of the methods for labels: Rscript conditional_labels.R FOLDER
# Writes data.csv (two numbers, a factor, and targets of two, three and four ordered labels, each with holes) and the
# chances that R's models give each label in the rows with holes, after mice's augmentation: logreg.csv (glm),
# polyreg.csv (nnet), polr.csv and lda.csv (MASS; lda without augmentation, as in mice). logreg-beta.csv has
# coefficients and standard errors of the augmented logistic regression.
suppressMessages({library(mice); library(MASS); library(nnet)})
out <- commandArgs(TRUE)[1]
set.seed(99)
n <- 240
x1 <- round(rnorm(n), 3)
x2 <- round(rexp(n), 3)
g <- factor(sample(c("u", "v", "w"), n, TRUE, c(.4, .35, .25)))
lp <- .8 * x1 - .5 * x2 + c(u = 0, v = .7, w = -.4)[as.character(g)]
two <- factor(ifelse(lp + rlogis(n) > 0, "yes", "no"))
three <- factor(c("red", "green", "blue")[1 + (lp + rlogis(n) > -.3) + (x2 + rlogis(n) > 1.2)])
four <- cut(lp + rlogis(n), c(-Inf, -1, 0, 1, Inf), labels = c("a", "b", "c", "d"), ordered_result = TRUE)
hole <- sample(n, 60)
ry <- !(seq_len(n) %in% hole)
wy <- !ry
blank <- function(f) { v <- as.character(f); v[wy] <- NA; v }
write.csv(data.frame(x1, x2, g, two = blank(two), three = blank(three), four = blank(four)),
          file.path(out, "data.csv"), row.names = FALSE, na = "", quote = FALSE)
x <- model.matrix(~ x1 + x2 + g)[, -1]
table <- function(file, p) write.csv(data.frame(row = which(wy), p), file.path(out, file), row.names = FALSE)

a <- mice:::augment(two, ry, x, wy)
fit <- glm.fit(cbind(1, a$x)[a$ry, ], as.integer(a$y[a$ry]) - 1, family = quasibinomial(), weights = a$w[a$ry])
v <- chol2inv(fit$qr$qr[1:5, 1:5])
write.csv(data.frame(beta = fit$coefficients, error = sqrt(diag(v))), file.path(out, "logreg-beta.csv"), row.names = FALSE)

frame <- function(y) { a <- mice:::augment(y, ry, x, wy); list(d = cbind.data.frame(y = a$y, a$x), ry = a$ry, wy = a$wy, w = a$w) }
f <- frame(three)
m <- multinom(y ~ ., f$d[f$ry, ], weights = f$w[f$ry], maxit = 1000, reltol = 1e-12, abstol = 1e-12, trace = FALSE)
table("polyreg.csv", predict(m, f$d[f$wy, ], type = "probs"))
f <- frame(four)
m <- polr(y ~ ., f$d[f$ry, ], weights = f$w[f$ry], control = list(reltol = 1e-14, maxit = 1000))
table("polr.csv", predict(m, f$d[f$wy, ], type = "probs"))
m <- lda(x[ry, ], three[ry])
table("lda.csv", predict(m, x[wy, ])$posterior)
