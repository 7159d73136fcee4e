# A table for quadratic: Rscript conditional_more.R FOLDER, after conditional_linear.R, whose data.csv it reads. Writes
# quadratic-data.csv (a quadratic relation). The draws of midastouch are made only because the table's random numbers come
# after them.
suppressMessages(library(mice))
out <- commandArgs(TRUE)[1]
data <- read.csv(file.path(out, "../linear/data.csv"), stringsAsFactors = TRUE)
set.seed(5)
x <- model.matrix(~ x1 + x2 + g, data)[, -1]
ry <- !is.na(data$y)
wy <- seq_len(nrow(data)) == which(!ry)[1]
for (kappa in c(0, 3)) {
  replicate(2000, mice.impute.midastouch(data$y, ry, x, wy = wy, midas.kappa = if (kappa > 0) kappa))
}
n <- 200
y <- rnorm(n)
z <- y + rnorm(n, sd = .5)
q <- 1 + .5 * y + y^2 + rnorm(n, sd = .3)
y[sample(n, 50)] <- NA
write.csv(round(data.frame(z, q, y), 4), file.path(out, "quadratic-data.csv"), row.names = FALSE, na = "")
