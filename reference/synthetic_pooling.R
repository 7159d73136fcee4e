# A regression on three synthetic tables beside the real one, by synthpop's rules (Raab, Nowok and Dibben 2016). The tables
# are made by arithmetic alone, so that the test makes the same ones. Formulas are those of the papers, not synthpop's code.
table_of <- function(n, shift) {
  i <- seq_len(n) + shift
  x <- (i * 37) %% 101 / 10
  g <- c("a", "b", "c")[i %% 3 + 1]
  e <- ((i * i * 53) %% 199) / 50 - 2
  data.frame(x = x, g = g, y = 2 + x / 2 + (g == "b") - 1.5 * (g == "c") + e)
}
real <- table_of(90, 0)
sets <- list(table_of(60, 1000), table_of(60, 2000), table_of(60, 3000))
n <- nrow(real); k <- 60; m <- length(sets)
fit <- function(d) lm(y ~ x + g, d)
q <- sapply(sets, function(d) coef(fit(d)))
v <- sapply(sets, function(d) diag(vcov(fit(d))))
mean_q <- rowMeans(q); within <- rowMeans(v); between <- apply(q, 1, var)
real_fit <- fit(real); Q <- coef(real_fit); se <- sqrt(diag(vcov(real_fit)))
errors <- list(
  original = sqrt(within * k / n),
  population = sqrt(within * (k / n) * (1 + n / (k * m))),
  proper = sqrt(within * (k / n) * (1 + (n / k + 1) / m)),
  incomplete = sqrt(between / m + within * k / n))
z <- (mean_q - Q) / se
w <- qnorm(.975)
overlap <- sapply(errors, function(e) {
  common <- pmin(Q + w * se, mean_q + w * e) - pmax(Q - w * se, mean_q - w * e)
  .5 * (common / (2 * w * se) + common / (2 * w * e))
})
d <- mean_q - Q
lack <- drop(t(d) %*% solve(vcov(real_fit) * n / (k * m)) %*% d)
options(digits = 10)
print(mean_q); print(errors); print(z); print(overlap)
print(c(lack = lack, p = 1 - pchisq(lack, 4)))
# Incomplete: Hotelling's T with five tables of one coefficient less.
five <- lapply(1:6, function(s) table_of(60, 1000 * s))
q5 <- sapply(five, function(d) coef(fit(d)))
B <- cov(t(q5)); m5 <- 6; p <- 4
d5 <- rowMeans(q5) - Q
T2 <- drop(t(d5) %*% solve(B / m5) %*% d5)
f <- T2 * (m5 - p) / (p * (m5 - 1))
print(c(F = f, p = 1 - pf(f, p, m5 - p)))
# 72 of the 90 real rows learnt from: the estimates of a part are v_n - v_N from those of the whole.
learnt <- 72
noise <- n * (1 / (k * m) + 1 / learnt - 1 / n)
print(c(noise = noise, lack = drop(t(d) %*% solve(vcov(real_fit) * noise) %*% d), z = sqrt(2 * noise / pi)))
print(list(
  original = sqrt(within * k / learnt),
  population = sqrt(within * (k / learnt) * (1 + learnt / (k * m)))))
# That v_n - v_N is right: means of 72 of 90 normal values, 3 x 60 drawn from each, beside the mean of the 90.
set.seed(1)
apart <- replicate(1e5, {
  all <- rnorm(n); part <- all[seq_len(learnt)]
  mean(rnorm(k * m, mean(part), sd(part))) - mean(all)
})
print(c(theory = noise / n, simulated = var(apart)))
