# Reference values of midastouch, quadratic and ri: Rscript conditional_more.R FOLDER, after conditional_linear.R, whose
# data.csv it reads. Writes midastouch.csv (2,000 draws of mice for one row, kappa by R squared and kappa 3), quadratic.csv
# (the data of a quadratic relation and 2,000 draws for one row) and ri.csv (2,000 draws for one row).
suppressMessages(library(mice))
out <- commandArgs(TRUE)[1]
data <- read.csv(file.path(out, "../linear/data.csv"), stringsAsFactors = TRUE)
set.seed(5)
x <- model.matrix(~ x1 + x2 + g, data)[, -1]
ry <- !is.na(data$y)
wy <- seq_len(nrow(data)) == which(!ry)[1]
midas <- sapply(c(0, 3), function(kappa) replicate(2000,
    mice.impute.midastouch(data$y, ry, x, wy = wy, midas.kappa = if (kappa > 0) kappa)))
write.csv(data.frame(free = midas[, 1], three = midas[, 2]), file.path(out, "midastouch.csv"), row.names = FALSE)
n <- 200
y <- rnorm(n)
z <- y + rnorm(n, sd = .5)
q <- 1 + .5 * y + y^2 + rnorm(n, sd = .3)
y[sample(n, 50)] <- NA
write.csv(round(data.frame(z, q, y), 4), file.path(out, "quadratic-data.csv"), row.names = FALSE, na = "")
quad <- read.csv(file.path(out, "quadratic-data.csv"))
qx <- as.matrix(quad[, c("z", "q")])
qr <- !is.na(quad$y)
first <- seq_len(n) == which(!qr)[1]
quadratic <- replicate(2000, mice.impute.quadratic(quad$y, qr, qx, wy = first, quad.outcome = "q"))
write.csv(data.frame(draw = quadratic), file.path(out, "quadratic.csv"), row.names = FALSE)
at <- which(which(!ry) == which(wy))
ri <- replicate(2000, mice.impute.ri(data$y, ry, x)[at])
write.csv(data.frame(draw = ri), file.path(out, "ri.csv"), row.names = FALSE)
