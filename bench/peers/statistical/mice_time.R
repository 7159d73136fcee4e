# Times R's mice on a table with holes: Rscript mice_time.R TABLE.csv METHOD M MAXIT COLUMN
# METHOD is default, or one method for all columns; COLUMN one whose labels have an order, for methods that begin with 2l the
# one that says the cluster (all others then have effects that vary by cluster), or -. The last line is JSON.
suppressMessages(library(mice))
words <- commandArgs(TRUE)
data <- read.csv(words[1], stringsAsFactors = TRUE, na.strings = "")
levels <- startsWith(words[2], "2l")
if (words[5] != "-" && !levels) data[[words[5]]] <- factor(data[[words[5]]], ordered = TRUE)
method <- if (words[2] == "default") NULL else words[2]
predictors <- make.predictorMatrix(data)
if (levels) {
  predictors[predictors == 1] <- 2
  predictors[, words[5]] <- -2
  method <- ifelse(colSums(is.na(data)) > 0, method, "")
}
time <- system.time(mice(data, m = as.integer(words[3]), maxit = as.integer(words[4]), method = method,
  predictorMatrix = predictors, printFlag = FALSE, seed = 1))
cat(sprintf('{"seconds": %.3f, "processor": %.3f, "version": "%s"}\n', time[["elapsed"]], time[["user.self"]] + time[["sys.self"]],
  packageVersion("mice")))
