# Reference values of trees and forests: Rscript conditional_trees.R FOLDER. Writes data.csv (300 rows: three numbers, two
# factors, a target of numbers with holes, one of two labels, one of three) and leaves.csv (for every row the fitted mean and
# the size of its leaf in rpart's trees as mice's cart grows them, on factors as they are, with numbers a, b, c only where
# the target has three labels).
library(rpart)
out <- commandArgs(TRUE)[1]
set.seed(11)
n <- 300
data <- data.frame(a = round(rnorm(n), 2), b = round(runif(n), 3), c = sample(1:7, n, TRUE),
                   f = factor(sample(letters[1:6], n, TRUE)), g = factor(sample(LETTERS[1:3], n, TRUE)))
shift <- c(a = 0, b = 2, c = -1, d = 1, e = 3, f = -2)[as.character(data$f)]
data$y <- round(data$a + 2 * (data$b > .4) * data$c / 3 + shift + rnorm(n, sd = .7), 3)
data$two <- factor(ifelse(data$a + shift / 2 + rnorm(n) > 0, "yes", "no"))
data$three <- factor(cut(data$a + data$b * 3 + rnorm(n, sd = .6), c(-Inf, .5, 2, Inf), labels = c("low", "mid", "up")))
data$y[sample(n, 60)] <- NA
write.csv(data, file.path(out, "data.csv"), row.names = FALSE, na = "")
control <- function() rpart.control(minbucket = 5, cp = 1e-4, xval = 0)
numbers <- rpart(y ~ a + b + c + f + g, data, method = "anova", control = control())
two <- rpart(two ~ a + b + c + f + g, data, method = "class", control = control())
three <- rpart(three ~ a + b + c, data, method = "class", control = control())
where <- rep(NA, n)
where[!is.na(data$y)] <- numbers$where
leaf <- data.frame(y = numbers$frame$yval[where], y.size = numbers$frame$n[where],
                   two = two$frame$yval2[two$where, 5], two.size = two$frame$n[two$where],
                   three = three$frame$yval2[three$where, 5], three.size = three$frame$n[three$where])
write.csv(leaf, file.path(out, "leaves.csv"), row.names = FALSE, na = "")
