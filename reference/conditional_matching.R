# Reference values of predictive mean matching: Rscript conditional_matching.R FOLDER, after conditional_linear.R, whose
# data.csv it reads. Writes scores.csv: canonical scores of the labels g by x1, x2 and y's complete rows.
suppressMessages(library(mice))
out <- commandArgs(TRUE)[1]
data <- read.csv(file.path(out, "../linear/data.csv"), stringsAsFactors = TRUE)
set.seed(7)
x <- model.matrix(~ x1 + x2, data)
dummies <- model.matrix(~ 0 + g, data)
can <- cancor(dummies, x, xcenter = FALSE, ycenter = FALSE)
scores <- scale(dummies %*% can$xcoef[, 2])
write.csv(data.frame(label = levels(data$g), score = as.vector(scores[match(levels(data$g), data$g)])),
          file.path(out, "scores.csv"), row.names = FALSE, quote = FALSE)
