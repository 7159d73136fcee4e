# Reference values of trees of conditional inference (party 1.3-11): Rscript conditional_inference.R FOLDER, after
# conditional_trees.R, whose data.csv it reads. Writes leaves.csv: for every row the size of its leaf and the mean of its
# target there (the share of "yes", of "mid") under synthpop's defaults (mincriterion .9, minbucket 5, minsplit 20), and
# many.csv with 1,200 rows (factors of 12 and 4 labels, targets of numbers and of 5 labels) with the same.
suppressMessages(library(party))
out <- commandArgs(TRUE)[1]
control <- ctree_control(mincriterion = .9, minbucket = 5)
leaf <- function(formula, data, label = NULL) {
  tree <- ctree(formula, data, controls = control)
  node <- where(tree)
  y <- data[[all.vars(formula)[1]]]
  value <- if (is.null(label)) y else y == label
  data.frame(size = ave(rep(1, length(node)), node, FUN = sum), mean = ave(as.numeric(value), node))
}
data <- read.csv(file.path(out, "../trees/data.csv"), stringsAsFactors = TRUE)
known <- !is.na(data$y)
y <- data.frame(size = rep(NA, nrow(data)), mean = NA)
y[known, ] <- leaf(y ~ a + b + c + f + g, data[known, ])
two <- leaf(two ~ a + b + c + f + g, data, "yes")
three <- leaf(three ~ a + b + c + f + g, data, "mid")
write.csv(data.frame(y.size = y$size, y = y$mean, two.size = two$size, two = two$mean,
                     three.size = three$size, three = three$mean),
          file.path(out, "leaves.csv"), row.names = FALSE, na = "")
set.seed(17)
n <- 1200
many <- data.frame(a = sample(0:60, n, TRUE), b = round(rexp(n), 2),
                   f = factor(sample(sprintf("f%02d", 1:12), n, TRUE)), g = factor(sample(letters[1:4], n, TRUE)))
shift <- rnorm(12)[as.integer(many$f)]
many$y <- round(many$a / 30 + shift * (many$b > .7) + rnorm(n), 3)
many$five <- factor(letters[1:5][cut(many$y + .5 * shift + rnorm(n), c(-Inf, -1, 0, 1, 2, Inf), labels = FALSE)])
number <- leaf(y ~ a + b + f + g, many)
five <- leaf(five ~ a + b + f + g + y, many, "b")
write.csv(cbind(many[, 1:4], y = many$y, five = many$five, y.size = number$size, y.mean = number$mean,
                five.size = five$size, five.mean = five$mean), file.path(out, "many.csv"), row.names = FALSE)
# survival.csv: 500 times with events (1) and losses (0), tied, three predictors; each row's log-rank score and the size,
# mean time and share of events of its leaf.
suppressMessages(library(survival))
set.seed(23)
n <- 500
s <- data.frame(a = round(rnorm(n), 2), b = sample(1:9, n, TRUE), f = factor(sample(letters[1:5], n, TRUE)))
hazard <- exp(.7 * s$a + .5 * (s$b > 5) + c(-1, 0, 1, 0, .5)[as.integer(s$f)])
died <- rexp(n, hazard / 20)
lost <- rexp(n, 1 / 30)
s$time <- ceiling(pmin(died, lost))
s$event <- as.integer(died <= lost)
tree <- ctree(Surv(time, event) ~ a + b + f, s, controls = control)
node <- where(tree)
write.csv(cbind(s, score = as.numeric(tree@responses@transformations[[1]]), size = ave(rep(1, n), node, FUN = sum),
                mean = ave(s$time, node), share = ave(s$event, node)), file.path(out, "survival.csv"), row.names = FALSE)
