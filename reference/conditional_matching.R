# Reference values of predictive mean matching: Rscript conditional_matching.R FOLDER, after conditional_linear.R, whose
# data.csv it reads. Writes scores.csv (canonical scores of the labels g by x1, x2 and y's complete rows) and pmm.csv:
# 2,000 draws of mice's pmm for one row, each of match types 0, 1 and 2, and of the labels g set missing there.
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
x <- model.matrix(~ x1 + x2 + g, data)[, -1]
ry <- !is.na(data$y)
wy <- seq_len(nrow(data)) == which(!ry)[1]
draws <- sapply(0:2, function(type) replicate(2000, mice.impute.pmm(data$y, ry, x, wy = wy, matchtype = type)))
colnames(draws) <- paste0("type", 0:2)
write.csv(draws, file.path(out, "pmm.csv"), row.names = FALSE)
