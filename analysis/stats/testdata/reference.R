# Makes reference.txt: one line for each value, its name, the value, and the call
# that made it. R 4.2.2 with survey 4.1.1, psych 2.2.9, coin 1.4.2:
#
#	Rscript reference.R >reference.txt
suppressPackageStartupMessages({library(survey); library(psych); library(coin)})

say <- function(name, call) {
  text <- gsub(" +", " ", paste(deparse(substitute(call), 500), collapse = " "))
  value <- suppressWarnings(as.numeric(call))
  for (i in seq_along(value)) {
    full <- if (length(value) > 1) paste0(name, "[", i - 1, "]") else name
    cat(full, format(value[i], digits = 15), text, sep = "\t")
    cat("\n")
  }
}

# Shares on a base that isn't whole: Wilson's interval is that of the score test.
wilson <- function(p, n) prop.test(p * n, n, correct = FALSE)$conf.int
fpc <- function(n, N) n * (N - 1) / (N - n)
say("finite 12 of 40, invited 100", wilson(12 / 40, fpc(40, 100)))
say("finite 3 of 90, invited 95", wilson(3 / 90, fpc(90, 95)))
w <- c(0.5, 0.5, 0.8, 1, 1, 1.2, 1.2, 1.5, 2, 3)
who <- c(1, 0, 1, 1, 0, 0, 1, 0, 1, 0) == 1
say("kish base", sum(w)^2 / sum(w^2))
say("weighted share", weighted.mean(who, w))
say("weighted share interval", wilson(weighted.mean(who, w), sum(w)^2 / sum(w^2)))

# The same people on two questions.
pair <- function(a, b, c, d) matrix(c(a, b, c, d), 2, byrow = TRUE)
say("mcnemar 59 20 16 80 statistic", mcnemar.test(pair(59, 20, 16, 80), correct = FALSE)$statistic)
say("mcnemar 59 20 16 80 P", mcnemar.test(pair(59, 20, 16, 80), correct = FALSE)$p.value)
say("mcnemar 59 6 16 80 P", binom.test(6, 22)$p.value)
say("mcnemar 1 1 7 12 P", binom.test(1, 8)$p.value)
say("mcnemar 0 4 4 0 P", binom.test(4, 8)$p.value)

# Association. Bergsma's V from chi-squared; the ends of its interval from R's own
# noncentral chi-squared distribution.
bergsma <- function(x, n, r, c) sqrt(max(0, x / n - (r - 1) * (c - 1) / (n - 1)) /
  (min(r - (r - 1)^2 / (n - 1), c - (c - 1)^2 / (n - 1)) - 1))
vend <- function(x, n, r, c, p) sqrt(uniroot(function(l) pchisq(x, (r - 1) * (c - 1), l) - p,
  c(0, 5 * x + 100), tol = 1e-13)$root / (n * (min(r, c) - 1)))
big <- matrix(c(31, 12, 9, 22, 30, 14, 11, 18, 40), 3, byrow = TRUE)
say("big X", chisq.test(big)$statistic)
say("big P", chisq.test(big)$p.value)
say("big V", bergsma(chisq.test(big)$statistic, sum(big), 3, 3))
say("big V low", vend(chisq.test(big)$statistic, sum(big), 3, 3, 0.975))
say("big V high", vend(chisq.test(big)$statistic, sum(big), 3, 3, 0.025))
even <- matrix(c(30, 22, 28, 34), 2, byrow = TRUE)
say("even X", chisq.test(even, correct = FALSE)$statistic)
say("even P", chisq.test(even, correct = FALSE)$p.value)
say("even V", bergsma(chisq.test(even, correct = FALSE)$statistic, sum(even), 2, 2))
say("even V high", vend(chisq.test(even, correct = FALSE)$statistic, sum(even), 2, 2, 0.025))
say("huge V", bergsma(chisq.test(1000 * big)$statistic, 1000 * sum(big), 3, 3))
say("huge V low", vend(chisq.test(1000 * big)$statistic, 1000 * sum(big), 3, 3, 0.975))
say("huge V high", vend(chisq.test(1000 * big)$statistic, 1000 * sum(big), 3, 3, 0.025))
tea <- matrix(c(8, 2, 1, 5), 2, byrow = TRUE)
say("fisher 8 2 1 5 P", fisher.test(tea)$p.value)
say("fisher 2 10 15 3 P", fisher.test(matrix(c(2, 10, 15, 3), 2, byrow = TRUE))$p.value)
say("fisher 0 6 4 20 P", fisher.test(matrix(c(0, 6, 4, 20), 2, byrow = TRUE))$p.value)
sparse <- matrix(c(6, 1, 0, 2, 5, 1, 1, 2, 4, 0, 3, 1), 4, byrow = TRUE)
say("sparse X", chisq.test(sparse)$statistic)
set.seed(1)
say("sparse P", chisq.test(sparse, simulate.p.value = TRUE, B = 1e6)$p.value)
lopsided <- matrix(c(300, 2, 1, 500, 1, 6), 2, byrow = TRUE)
set.seed(1)
say("lopsided P", chisq.test(lopsided, simulate.p.value = TRUE, B = 1e6)$p.value)

# Phi and the standard error of its Fisher transform by the delta method, with
# derivatives taken numerically.
phi4 <- function(p) (p[1] * p[4] - p[2] * p[3]) /
  sqrt((p[1] + p[2]) * (p[3] + p[4]) * (p[1] + p[3]) * (p[2] + p[4]))
phise <- function(x) {
  n <- sum(x); p <- x / n
  g <- sapply(1:4, function(i) {
    h <- replace(numeric(4), i, 1e-6)
    (atanh(phi4(p + h)) - atanh(phi4(p - h))) / 2e-6
  })
  sqrt((sum(p * g^2) - sum(p * g)^2) / n)
}
both <- c(30, 30, 60, 280) # both, first alone, second alone, neither
say("phi", phi4(both / sum(both)))
say("phi interval", tanh(atanh(phi4(both / sum(both))) + c(-1, 1) * qnorm(0.975) * phise(both)))
rare <- c(2, 11, 9, 3)
say("phi below 0", phi4(rare / sum(rare)))
say("phi below 0 interval", tanh(atanh(phi4(rare / sum(rare))) + c(-1, 1) * qnorm(0.975) * phise(rare)))

# Scales: counts by level.
answers <- function(...) rep(seq_along(c(...)), c(...))
a <- answers(2, 5, 9, 14, 10); b <- answers(9, 12, 8, 6, 3); d <- answers(4, 4, 11, 7, 6)
u <- answers(3, 1, 0, 2, 1); v <- answers(0, 1, 2, 4, 5)
untied <- answers(1, 0, 1, 0, 0, 1, 1, 0, 0, 0); others <- answers(0, 1, 0, 1, 1, 0, 0, 1, 1, 1)
say("a b U", wilcox.test(a, b, exact = FALSE)$statistic)
say("a b P", wilcox.test(a, b, exact = FALSE)$p.value)
say("u v U", wilcox.test(u, v, exact = FALSE)$statistic)
say("u v P", pvalue(wilcox_test(c(u, v) ~ factor(rep(1:2, c(length(u), length(v)))), distribution = "exact")))
say("untied P", wilcox.test(untied, others, exact = TRUE)$p.value)
say("a b d H", kruskal.test(list(a, b, d))$statistic)
say("a b d P", kruskal.test(list(a, b, d))$p.value)
noncentral <- function(h, df, most, p) uniroot(function(l) pchisq(h, df, l) - p, c(0, most), tol = 1e-12)$root / most
say("a b d epsilon squared interval", sapply(c(0.975, 0.025), noncentral, h = kruskal.test(list(a, b, d))$statistic, df = 2, most = 109))
few <- c(answers(3, 0, 0, 1), answers(0, 2, 3, 1), answers(0, 0, 2, 5))
set.seed(1)
say("three small groups P", pvalue(kruskal_test(few ~ factor(rep(1:3, c(4, 6, 7))), distribution = approximate(nresample = 1e6))))
say("three small groups H", kruskal.test(few, rep(1:3, c(4, 6, 7)))$statistic)
say("mean a", mean(a))
say("mean a interval", t.test(a)$conf.int)
say("median d", median(d))
say("median d interval", sort(d)[c(qbinom(0.025, length(d), 0.5), length(d) + 1 - qbinom(0.025, length(d), 0.5))])
say("median u", median(u))
say("median u interval", sort(u)[c(qbinom(0.025, length(u), 0.5), length(u) + 1 - qbinom(0.025, length(u), 0.5))])
say("median rank of 1000", qbinom(0.025, 1000, 0.5))
say("median rank of 1e6", qbinom(0.025, 1e6, 0.5))
# Cliff's delta from all pairs, with the formulas of Feng and Cliff (2004).
delta <- function(x, y) mean(sign(outer(x, y, "-")))
deltaends <- function(x, y) {
  m <- sign(outer(x, y, "-")); d <- mean(m); n <- length(x); k <- length(y)
  v <- (k^2 * sum((rowMeans(m) - d)^2) + n^2 * sum((colMeans(m) - d)^2) - sum((m - d)^2)) / (n * k * (n - 1) * (k - 1))
  v <- max(v, (1 - d^2) / (n * k - 1)); t <- qt(0.975, n + k - 2)
  (d - d^3 + c(-1, 1) * t * sqrt(v) * sqrt((1 - d^2)^2 + t^2 * v)) / (1 - d^2 + t^2 * v)
}
say("a b delta", delta(a, b))
say("a b delta interval", deltaends(a, b))
say("u v delta", delta(u, v))
say("u v delta interval", deltaends(u, v))

# Trend: 2019, 2021, 2022, 2025.
x <- c(12, 20, 19, 41); n <- c(60, 75, 58, 90); at <- c(2019, 2021, 2022, 2025)
say("trend chi-squared", prop.trend.test(x, n, at)$statistic)
say("trend P", prop.trend.test(x, n, at)$p.value)
say("trend slope", coef(lm(x / n ~ at, weights = n))[2])
when <- rep(1:3, c(9, 8, 10)); whofew <- c(rep(1:0, c(1, 8)), rep(1:0, c(2, 6)), rep(1:0, c(6, 4)))
set.seed(1)
say("trend of few P", pvalue(independence_test(whofew ~ when, teststat = "scalar", distribution = approximate(nresample = 1e6))))

# Items: 14 people, 4 items.
items <- data.frame(
  q1 = c(4, 5, 2, 3, 4, 1, 5, 3, 4, 2, 5, 4, 3, 2), q2 = c(4, 4, 1, 3, 5, 2, 5, 2, 4, 3, 4, 5, 3, 1),
  q3 = c(3, 5, 2, 2, 4, 2, 4, 3, 3, 2, 5, 3, 4, 2), q4 = c(2, 4, 3, 5, 3, 1, 4, 4, 2, 3, 5, 2, 3, 4))
said <- suppressWarnings(suppressMessages(psych::alpha(items)))
say("alpha", said$total$raw_alpha)
say("alpha low", said$feldt$lower.ci)
say("alpha high", said$feldt$upper.ci)
say("item-rest", said$item.stats$r.drop)
say("item-rest 1 interval", psych::r.con(said$item.stats$r.drop[1], 14))

# Weighted tables: one person a row. raoscott_test.go makes the same people.
first <- rep(c(0, 1, 2), c(40, 35, 25))
second <- c(rep(c(0, 0, 1, 0, 1), 8), rep(c(1, 0, 1, 1, 0), 7), rep(c(1, 0, 1, 1, 1), 5))
third <- c(rep(c(0, 2, 1, 0, 1), 8), rep(c(1, 2, 1, 1, 0), 7), rep(c(1, 0, 2, 1, 2), 5))
weight <- rep(c(0.5, 1, 2.5, 0.8), 25) * ifelse(second == 1, 1.6, 0.7)
design <- svydesign(ids = ~1, weights = ~weight, data = data.frame(first, second, third, weight))
say("rao-scott 3x2 F", svychisq(~first + second, design)$statistic)
say("rao-scott 3x2 df", svychisq(~first + second, design)$parameter[1])
say("rao-scott 3x2 P", svychisq(~first + second, design)$p.value)
say("rao-scott 3x3 F", svychisq(~first + third, design)$statistic)
say("rao-scott 3x3 df", svychisq(~first + third, design)$parameter[1])
say("rao-scott 3x3 P", svychisq(~first + third, design)$p.value)
two <- subset(data.frame(first, second, weight), first < 2)
say("rao-scott 2x2 F", svychisq(~first + second, svydesign(ids = ~1, weights = ~weight, data = two))$statistic)
say("rao-scott 2x2 P", svychisq(~first + second, svydesign(ids = ~1, weights = ~weight, data = two))$p.value)

# Raking: people by role (2) and school (3), raked to 70:30 and 50:30:20.
cells <- expand.grid(school = 1:3, role = 1:2)
cells$people <- c(40, 12, 8, 10, 20, 10)
each <- cells[rep(1:6, cells$people), ]
raked <- rake(svydesign(ids = ~1, data = each, weights = rep(1, nrow(each))), list(~role, ~school),
  list(data.frame(role = 1:2, Freq = c(70, 30)), data.frame(school = 1:3, Freq = c(50, 30, 20))),
  control = list(maxit = 1000, epsilon = 1e-12))
say("raked", weights(raked)[match(paste(cells$role, cells$school), paste(each$role, each$school))])
say("raked base", sum(weights(raked))^2 / sum(weights(raked)^2))

# Many tests.
say("adjusted", p.adjust(c(0.01, 0.04, 0.03, 0.04, 0.04, 0.5, 0), "BH"))
