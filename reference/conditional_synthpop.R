# Reference values of synthpop's methods: Rscript conditional_synthpop.R FOLDER, after conditional_trees.R, whose data.csv
# it reads. synthpop itself is not needed: this is what its description says, in R. Writes forests.csv (for each row without
# target the mean and deviation of the values in the leaves it comes to, over 3,000 trees of ranger and of randomForest with
# all predictors tried, and the deviation of the trees' means) and groups.csv (for every row how many rows with a target
# have its f, and its f and g, and the mean of their targets).
suppressMessages({library(ranger); library(randomForest)})
out <- commandArgs(TRUE)[1]
data <- read.csv(file.path(out, "../trees/data.csv"), stringsAsFactors = TRUE)
known <- !is.na(data$y)
set.seed(51)
invisible(rnorm(8000)) # spent on what is now in conditional_draws.R; forests.csv goes on from there
y <- data$y[known]
pool <- function(leaves, wanted) {
  # leaves [rows][trees] of those with a target, wanted of those without
  sapply(seq_len(nrow(wanted)), function(i) {
    same <- leaves == rep(wanted[i, ], each = nrow(leaves))
    weights <- rowSums(same)
    mean <- sum(weights * y) / sum(weights)
    means <- colSums(same * y) / colSums(same)
    c(mean, sqrt(sum(weights * (y - mean)^2) / sum(weights)), sd(means))
  })
}
numbers <- data[, c("a", "b", "c")]
forest <- ranger(y ~ ., cbind(y = y, numbers[known, ]), num.trees = 3000)
nodes <- function(d) predict(forest, d, type = "terminalNodes")$predictions
r <- pool(nodes(numbers[known, ]), nodes(numbers[!known, ]))
bagged <- randomForest(numbers[known, ], y, mtry = 3, ntree = 3000)
nodes <- function(d) attr(predict(bagged, d, nodes = TRUE), "nodes")
b <- pool(nodes(numbers[known, ]), nodes(numbers[!known, ]))
write.csv(data.frame(ranger = r[1, ], ranger.sd = r[2, ], ranger.tree = r[3, ],
                     bag = b[1, ], bag.sd = b[2, ], bag.tree = b[3, ]), file.path(out, "forests.csv"), row.names = FALSE)
group <- function(key) list(count = ave(as.numeric(known), key, FUN = sum),
                            mean = ave(ifelse(known, data$y, 0), key, FUN = sum) / ave(as.numeric(known), key, FUN = sum))
one <- group(data$f)
two <- group(paste(data$f, data$g))
write.csv(data.frame(nested = one$count, nested.mean = one$mean, satcat = two$count, satcat.mean = two$mean),
          file.path(out, "groups.csv"), row.names = FALSE)
