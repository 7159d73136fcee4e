# Reference values of smoothing: Rscript smoothing.R FOLDER. Writes values.csv (sorted numbers: 30, 120 and 1,000 of them),
# spline.csv (smooth.spline of each, at a given spar of .5 and at the one that cross-validation chooses) and
# bandwidth.csv (bw.SJ with a fine tolerance).
out <- commandArgs(TRUE)[1]
set.seed(41)
values <- list(round(sort(rexp(30) * 10), 1), round(sort(rlnorm(120, 3, .7)), 2), round(sort(rnorm(1000, 50, 12)), 1))
long <- do.call(rbind, lapply(values, function(v) data.frame(set = length(v), value = v,
  given = smooth.spline(v, spar = .5, all.knots = FALSE)$y, chosen = smooth.spline(v, all.knots = FALSE)$y)))
write.csv(format(long, digits = 15), file.path(out, "spline.csv"), row.names = FALSE, quote = FALSE)
write.csv(data.frame(set = sapply(values, length), width = sapply(values, bw.SJ, tol = 1e-10)),
          file.path(out, "bandwidth.csv"), row.names = FALSE)
