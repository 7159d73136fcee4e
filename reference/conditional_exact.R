# Values without chance: Rscript conditional_exact.R FOLDER, after conditional_linear.R, conditional_more.R and
# conditional_levels.R, whose tables it reads in FOLDER/linear, more and levels. mice 3.15.0. Writes FOLDER/exact/mean.csv
# (mice.impute.mean of y), curve.csv (lm's coefficients of q by y and y squared, of which mice's quadratic makes
# contributions and roots) and clusters.csv (mice.impute.2lonly.mean of pop, and of pass as a factor, for each row without).
suppressMessages(library(mice))
folder <- commandArgs(TRUE)[1]
dir.create(file.path(folder, "exact"), showWarnings = FALSE)
read <- function(file) read.csv(file.path(folder, file), na.strings = "")
write <- function(d, file) write.csv(d, file.path(folder, "exact", file), row.names = FALSE, na = "", quote = FALSE)
d <- read("linear/data.csv")
write(data.frame(row = which(is.na(d$y)), mean = mice.impute.mean(d$y, !is.na(d$y))), "mean.csv")
d <- read("more/quadratic-data.csv")
write(data.frame(coefficient = coef(lm(q ~ y + I(y^2), d))), "curve.csv")
d <- read("levels/data.csv")
x <- as.matrix(d[, c("school", "extrav")])
type <- c(school = -2, extrav = 1)
numbers <- mice.impute.2lonly.mean(d$pop, !is.na(d$pop), x, type = type)
pass <- factor(ifelse(d$pass == 1, "yes", "no"))
labels <- mice.impute.2lonly.mean(pass, !is.na(pass), x, type = type)
write(rbind(data.frame(target = "pop", row = which(is.na(d$pop)), value = as.character(numbers)),
            data.frame(target = "pass", row = which(is.na(pass)), value = as.character(labels))), "clusters.csv")
