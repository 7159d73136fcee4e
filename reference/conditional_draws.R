# Draws of R's methods, counted: Rscript conditional_draws.R FOLDER [METHOD..], after the other conditional_*.R, whose tables
# it reads in FOLDER/linear, more, trees, labels, lasso and levels. For every method FOLDER/draws/METHOD.csv, if it is not
# there, gets 10,000 draws for each of three rows: how many are at most `upto` and above the bound before (numbers; bounds
# lie where one draw in 25 is between, or at one value), or how many are of a label. Fewer draws of what is slow, as many as
# stand there. mice 3.15.0 with its own functions, whose 2l.bin draws the effects of clusters about zero and whose pmm takes
# labels as their numbers; what synthpop does is written here from its description (simple, and proper).
suppressMessages({library(mice); library(lme4)})
folder <- commandArgs(TRUE)[1]
wanted <- commandArgs(TRUE)[-1]
slow <- c(lasso.norm = 2000, lasso.select.norm = 2000, lasso.logreg = 1000, lasso.select.logreg = 1000, "2l.norm" = 1000, "2l.bin" = 5000,
          "2lonly.norm" = 5000, "2lonly.pmm" = 5000, rf = 2000, rf.three = 2000, midastouch.3 = 2000, ri = 2000)
dir.create(file.path(folder, "draws"), showWarnings = FALSE)

# fits that are the same each time are made once for each method
memo <- list()
once <- function(name, package) {
  original <- get(name, asNamespace(package))
  kept <- function(...) {
    if (is.null(memo[[name]])) { call <- sys.call(); call[[1]] <- original; memo[[name]] <<- eval(call, parent.frame()) }
    memo[[name]]
  }
  assignInNamespace(name, kept, package)
  imported <- parent.env(asNamespace("mice"))
  if (exists(name, imported, inherits = FALSE)) {
    unlockBinding(name, imported)
    assign(name, kept, imported)
  }
}
once("lmer", "lme4")
once("glmer", "lme4")
once("rpart", "rpart")
once("multinom", "nnet")
once("polr", "MASS")

numbers <- function(v) {
  t <- table(signif(v, 8))
  values <- as.numeric(names(t))
  upto <- counts <- c()
  sum <- 0
  for (i in seq_along(t)) {
    sum <- sum + t[[i]]
    if (sum >= length(v) / 25 && sum(t[-seq_len(i)]) >= length(v) / 25) {
      upto <- c(upto, (values[i] + values[i + 1]) / 2)
      counts <- c(counts, sum)
      sum <- 0
    }
  }
  data.frame(upto = c(upto, Inf), count = c(counts, sum))
}
labels <- function(v) { t <- table(v); data.frame(upto = names(t), count = as.vector(t)) }
quietly <- function(x) suppressWarnings(suppressMessages(x))
# one: a function that draws for the rows once
draws <- function(method, rows, one) {
  file <- file.path(folder, "draws", paste0(method, ".csv"))
  if (file.exists(file) || length(wanted) && !(method %in% wanted)) return(invisible())
  set.seed(20261129)
  memo <<- list()
  all <- replicate(if (method %in% names(slow)) slow[[method]] else 10000, { d <- quietly(one()); if (is.factor(d)) as.character(d) else as.vector(d) })
  stopifnot(!anyNA(all))
  out <- do.call(rbind, lapply(seq_along(rows), function(i)
    data.frame(row = rows[i], if (is.character(all)) labels(all[i, ]) else numbers(all[i, ]))))
  write.csv(out, file, row.names = FALSE, quote = FALSE)
}
read <- function(file) read.csv(file.path(folder, file), stringsAsFactors = TRUE, na.strings = "")
holes <- function(y) which(is.na(y))[1:3]
at <- function(n, rows) seq_len(n) %in% rows
# a method of mice for the first three rows without the target
plain <- function(name, y, x, f = get(paste0("mice.impute.", name)), ...) {
  rows <- holes(y)
  draws(name, rows, function() f(y, !is.na(y), x, wy = at(length(y), rows), ...))
}

d <- read("linear/data.csv")
x <- model.matrix(~ x1 + x2 + g, d)[, -1]
for (name in c("norm", "norm.nob", "norm.boot", "pmm", "midastouch", "sample")) plain(name, d$y, x)
plain("pmm.0", d$y, x, mice.impute.pmm, matchtype = 0)
plain("pmm.2", d$y, x, mice.impute.pmm, matchtype = 2)
plain("midastouch.3", d$y, x, mice.impute.midastouch, midas.kappa = 3)
# where a regression is singular, mice looks for its log
state <- list(it = 0, im = 0, dep = "", meth = "", log = FALSE)
loggedEvents <- data.frame(it = 0, im = 0, dep = "", meth = "", out = "")
draws("ri", holes(d$y), function() mice.impute.ri(d$y, !is.na(d$y), x)[1:3])
g <- d$g
g[c(3, 30, 60)] <- NA
plain("pmm.labels", g, x[, 1:2], mice.impute.pmm)

d <- read("more/quadratic-data.csv")
plain("quadratic", d$y, as.matrix(d[, c("z", "q")]), quad.outcome = "q")

d <- read("labels/data.csv")
x <- model.matrix(~ x1 + x2 + g, d)[, -1]
for (name in c("logreg", "logreg.boot")) plain(name, d$two, x)
for (name in c("polyreg", "lda")) plain(name, d$three, x)
plain("polr", factor(d$four, ordered = TRUE), x)

d <- read("trees/data.csv")
x <- as.matrix(d[, c("a", "b", "c")])
two <- d$two
three <- d$three
two[c(1, 100, 200)] <- three[c(1, 100, 200)] <- NA
plain("cart", d$y, x)
plain("cart.two", two, x, mice.impute.cart)
plain("cart.three", three, x, mice.impute.cart)
plain("rf", d$y, x, ntree = 10)
plain("rf.three", three, x, mice.impute.rf, ntree = 10)

# synthpop: least squares of what is transformed, with a ridge of 1e-5; proper: as Bayesian regression draws it
X <- cbind(1, x)
known <- !is.na(d$y)
y <- d$y[known]
rows <- holes(d$y)
regression <- function(z, proper) {
  v <- solve(crossprod(X[known, ]) + diag(1e-5 * diag(crossprod(X[known, ]))))
  beta <- v %*% crossprod(X[known, ], z)
  rss <- sum((z - X[known, ] %*% beta)^2)
  s <- sqrt(rss / (sum(known) - ncol(X)))
  if (proper) {
    s <- sqrt(rss / rchisq(1, sum(known) - ncol(X)))
    beta <- beta + t(chol(v)) %*% rnorm(ncol(X)) * s
  }
  as.vector(X[rows, ] %*% beta + s * rnorm(3))
}
n <- length(y)
positive <- exp(y / 3)
for (proper in c(FALSE, TRUE)) local({
  with <- function(name) paste0(name, if (proper) ".proper" else "")
  p <- proper
  draws(with("normrank"), rows, function() sort(y)[pmax(1, pmin(n, round(pnorm(regression(qnorm(rank(y) / (n + 1)), p)) * (n + 1))))])
  draws(with("lognorm"), rows, function() exp(regression(log(positive), p)))
  draws(with("sqrtnorm"), rows, function() regression(sqrt(positive), p)^2)
  draws(with("cubertnorm"), rows, function() regression(sign(y) * abs(y)^(1 / 3), p)^3)
})

d <- read("levels/data.csv")
x <- as.matrix(d[, c("school", "extrav", "sex")])
rows <- holes(d$pop)
draws("2l.lmer", rows, function() mice.impute.2l.lmer(d$pop, !is.na(d$pop), x, type = c(school = -2, extrav = 2, sex = 1), wy = at(nrow(x), rows)))
draws("2l.pan", rows, function() mice.impute.2l.pan(d$pop, !is.na(d$pop), x, type = c(-2, 2, 1))[1:3])
pass <- factor(d$pass)
rows.bin <- holes(pass)
draws("2l.bin", rows.bin, function() mice.impute.2l.bin(pass, !is.na(pass), x, type = c(school = -2, extrav = 1, sex = 1), wy = at(nrow(x), rows.bin)))
first <- sapply(c(3, 11, 20), function(k) which(d$school == k)[1])
for (name in c("2lonly.norm", "2lonly.pmm")) local({
  f <- get(paste0("mice.impute.", name))
  draws(name, first, function() f(d$texp, !is.na(d$texp), x, type = c(school = -2, extrav = 1, sex = 1))[match(first, which(is.na(d$texp)))])
})
# 2l.norm on the first twelve schools
d <- d[d$school <= 12, ]
x <- as.matrix(d[, c("school", "extrav", "sex")])
rows <- holes(d$pop)
draws("2l.norm", rows, function() mice.impute.2l.norm(d$pop, !is.na(d$pop), x, type = c(-2, 2, 2), wy = at(nrow(x), rows)))

d <- read("lasso/data.csv")
x <- model.matrix(~ ., d[, c(paste0("x", 1:8), "g")])[, -1]
for (name in c("lasso.norm", "lasso.select.norm")) plain(name, d$y, x)
for (name in c("lasso.logreg", "lasso.select.logreg")) plain(name, d$two, x)
