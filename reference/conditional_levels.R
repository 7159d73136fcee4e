# Reference values of the multilevel methods: Rscript conditional_levels.R FOLDER. Writes data.csv (pupils of 30 schools,
# as in mice's popmis: popularity, extraversion, sex, the teacher's experience; holes in pop, in pass, and in texp of some
# schools), lmer.csv and glmer.csv (lme4's estimates: coefficients, their errors, standard deviations and correlation of
# the random effects, of the residuals), and effects.csv (the schools' conditional modes).
suppressMessages({library(mice); library(lme4)})
out <- commandArgs(TRUE)[1]
set.seed(31)
J <- 30
size <- sample(8:16, J, TRUE)
school <- rep(1:J, size)
n <- length(school)
texp <- sample(2:25, J, TRUE)
b <- cbind(rnorm(J, sd = .8), rnorm(J, sd = .4))
extrav <- round(rnorm(n, 5, 1.3), 2)
sex <- rbinom(n, 1, .5)
pop <- round(1 + .08 * texp[school] + b[school, 1] + (.5 + b[school, 2]) * (extrav - 5) + sex + rnorm(n, sd = .7), 3)
pass <- rbinom(n, 1, plogis(-.3 + .6 * (extrav - 5) + .8 * sex + 1.2 * b[school, 1]))
data <- data.frame(school, extrav, sex, texp = texp[school], pop, pass)
data$pop[sample(n, 60)] <- NA
data$pass[sample(n, 60)] <- NA
data$texp[data$school %in% c(3, 11, 20)] <- NA
data$pop[1] <- NA
data$pass[1] <- NA
write.csv(data, file.path(out, "data.csv"), row.names = FALSE, na = "")
strict <- lmerControl(optCtrl = list(xtol_abs = 1e-10, ftol_abs = 1e-12), calc.derivs = FALSE)
linear <- lmer(pop ~ extrav + sex + (1 + extrav | school), data, control = strict)
v <- as.data.frame(VarCorr(linear))
write.csv(data.frame(term = c(names(fixef(linear)), "sd1", "sd2", "cor", "sigma"),
                     value = c(fixef(linear), v$sdcor[1:3], sigma(linear)),
                     error = c(sqrt(diag(as.matrix(vcov(linear)))), rep(NA, 4))), file.path(out, "lmer.csv"), row.names = FALSE, na = "")
# The default optimiser stops where a hundredth of a standard error is left.
binary <- glmer(pass ~ extrav + sex + (1 | school), data, family = binomial,
                control = glmerControl(optimizer = "bobyqa", tolPwrss = 1e-12, optCtrl = list(maxfun = 1e5)))
w <- as.data.frame(VarCorr(binary))
write.csv(data.frame(term = c(names(fixef(binary)), "sd1"), value = c(fixef(binary), w$sdcor[1]),
                     error = c(sqrt(diag(as.matrix(vcov(binary)))), NA)), file.path(out, "glmer.csv"), row.names = FALSE, na = "")
write.csv(data.frame(school = 1:J, ranef(linear)$school, binary = ranef(binary)$school[, 1],
                     variance = as.vector(attr(ranef(binary, condVar = TRUE)$school, "postVar"))), file.path(out, "effects.csv"), row.names = FALSE)
