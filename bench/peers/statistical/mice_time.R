# Times R's mice on a table with holes: Rscript mice_time.R TABLE.csv METHOD M MAXIT ORDERED
# METHOD is default, or one method for all columns; ORDERED a column whose labels have an order, or -. The last line is JSON.
suppressMessages(library(mice))
words <- commandArgs(TRUE)
data <- read.csv(words[1], stringsAsFactors = TRUE, na.strings = "")
if (words[5] != "-") data[[words[5]]] <- factor(data[[words[5]]], ordered = TRUE)
method <- if (words[2] == "default") NULL else words[2]
seconds <- system.time(mice(data, m = as.integer(words[3]), maxit = as.integer(words[4]), method = method,
  printFlag = FALSE, seed = 1))[["elapsed"]]
cat(sprintf('{"seconds": %.3f, "version": "%s"}\n', seconds, packageVersion("mice")))
