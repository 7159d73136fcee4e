#!/usr/bin/env Rscript
# Synthetic tables from R's mice with its method "cart".
#
#   Rscript mice_cart.R --data DATA --out OUT --mode sequential|where --tables adult shoppers ... [--seed 1]
#
# --mode sequential (folder mice_cart), in the manner of the R package synthpop: n rows that are all missing are put
#   under the real ones and imputed once (m = 1, maxit = 1); column k is predicted from columns 1..k-1 alone (lower
#   triangular predictor matrix, columns in their order in the file, the first by method "sample"). So every synthetic
#   value is drawn given synthetic values only, and no synthetic row belongs to a real one.
# --mode where (folder mice_where), the example "create synthetic data" of mice's help page make.where, with m = 1,
#   maxit = 1 and method "cart": where = make.where(data, "all"), every column predicted from all the others. A synthetic value is then drawn given the
#   REAL values of its row's other columns: row i of the output is a resampled row i of the input.
#
# The same in both: minbucket = 5 and cp = 1e-04, mice's defaults. xval = 0: rpart's cross-validation is left out, as
# mice does not use its result. eps = 0 and remove.collinear = FALSE: mice's dropping of collinear predictors, meant for
# regressions, is off. Missing values: in a categorical column they are a level of its own; a numerical column with
# missing values gets a yes/no column before it (as synthpop does), which says where the synthetic value is missing,
# while the real missing values are imputed by mice as usual and so take part as predictors.
suppressPackageStartupMessages(library(mice))
library(jsonlite)

options <- list(mode = "sequential", seed = "1", parts = c("full", "half"))
name <- NULL
for (word in commandArgs(trailingOnly = TRUE)) {
  if (startsWith(word, "--")) {
    name <- substring(word, 3)
    options[[name]] <- character(0)
  } else {
    options[[name]] <- c(options[[name]], word)
  }
}
stopifnot(options$mode %in% c("sequential", "where"))
seed <- as.integer(options$seed)
peer <- if (options$mode == "where") "mice_where" else "mice_cart"
sources <- c(full = "train.csv", half = "half_a.csv")
gone <- "(missing)"

quoted <- function(cells) {
  needs <- grepl("[\",\r\n]", cells)
  cells[needs] <- paste0("\"", gsub("\"", "\"\"", cells[needs]), "\"")
  cells
}

for (table in options$tables) {
  for (part in options$parts) {
    meta <- fromJSON(file.path(options$data, table, "meta.json"))
    text <- read.csv(file.path(options$data, table, sources[[part]]), colClasses = "character",
                     na.strings = character(0), check.names = FALSE, encoding = "UTF-8")
    rows <- nrow(text)

    # Columns v1, v2, ... for the real ones and m1, m2, ... for "v1 is missing", so that no name upsets a formula.
    data <- list()
    for (k in seq_along(text)) {
      value <- text[[k]]
      missing <- value %in% meta$missing_tokens
      v <- paste0("v", k)
      if (meta$types[[names(text)[k]]] == "numerical") {
        number <- rep(NA_real_, rows)
        number[!missing] <- as.numeric(value[!missing])
        if (any(missing)) data[[paste0("m", k)]] <- factor(ifelse(missing, "yes", "no"))
        data[[v]] <- number
      } else {
        value[missing] <- gone
        data[[v]] <- factor(value)
      }
    }
    data <- as.data.frame(data)
    columns <- names(data)

    set.seed(seed)
    started <- proc.time()
    if (options$mode == "sequential") {
      blank <- data[rep(NA_integer_, rows), , drop = FALSE]
      rownames(blank) <- NULL
      stacked <- rbind(data, blank)
      predictors <- matrix(0, length(columns), length(columns), dimnames = list(columns, columns))
      predictors[lower.tri(predictors)] <- 1
      method <- setNames(c("sample", rep("cart", length(columns) - 1)), columns)
      fit <- mice(stacked, m = 1, maxit = 1, method = method, predictorMatrix = predictors,
                  remove.collinear = FALSE, printFlag = FALSE, xval = 0, eps = 0)
      synthetic <- complete(fit, 1)[rows + seq_len(rows), , drop = FALSE]
    } else {
      fit <- mice(data, m = 1, maxit = 1, method = "cart", where = make.where(data, "all"),
                  remove.collinear = FALSE, printFlag = FALSE, xval = 0, eps = 0)
      synthetic <- complete(fit, 1)
    }
    took <- proc.time() - started
    stopifnot(nrow(synthetic) == rows, !anyNA(synthetic))

    # Every synthetic value is a real one, so it is written with the real one's text.
    cells <- text
    for (k in seq_along(text)) {
      value <- synthetic[[paste0("v", k)]]
      missing <- text[[k]] %in% meta$missing_tokens
      if (is.numeric(value)) {
        known <- text[[k]][!missing]
        cell <- known[match(value, as.numeric(known))]
        flag <- synthetic[[paste0("m", k)]]
        if (!is.null(flag)) cell[flag == "yes"] <- meta$missing_written_as
      } else {
        cell <- as.character(value)
        cell[cell == gone] <- meta$missing_written_as
      }
      stopifnot(!anyNA(cell))
      cells[[k]] <- quoted(cell)
    }
    folder <- file.path(options$out, peer, table)
    dir.create(folder, recursive = TRUE, showWarnings = FALSE)
    lines <- c(paste(quoted(names(text)), collapse = ","), do.call(paste, c(unname(as.list(cells)), sep = ",")))
    writeLines(enc2utf8(lines), file.path(folder, paste0(part, ".csv")), useBytes = TRUE)

    record <- file.path(folder, "run.json")
    runs <- if (file.exists(record)) fromJSON(record, simplifyVector = FALSE) else list()
    runs[[part]] <- list(
      by = paste0("mice, method cart, mode ", options$mode), rows = rows, seed = seed, epochs = NULL,
      fit_s = round(took[["elapsed"]], 2), fit_cpu_s = round(took[["user.self"]] + took[["sys.self"]], 2),
      sample_s = 0, settings = "minbucket 5, cp 1e-04 (defaults), xval 0, eps 0, remove.collinear FALSE",
      missing = "categorical: a level; numerical: a yes/no column before it", note = "fit and sample are one step",
      versions = list(R = paste(R.version$major, R.version$minor, sep = "."),
                      mice = as.character(packageVersion("mice")), rpart = as.character(packageVersion("rpart"))))
    write_json(runs, record, auto_unbox = TRUE, pretty = 2, null = "null", digits = NA)
    cat(sprintf("%s %s %s: %.1f s\n", peer, table, part, took[["elapsed"]]))
  }
}
