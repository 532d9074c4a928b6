# R: NAME LAW SIZE DRAWS.
words <- commandArgs(trailingOnly = TRUE)
law <- words[2]
size <- as.numeric(words[3])
draws <- as.numeric(words[4])
block <- min(draws, 1e6)
set.seed(1)
mean <- if (law == "binomial") size / 2 else size
deviation <- sqrt(if (law == "binomial") size / 4 else size)
total <- c(0, 0, 0, 0)
for (i in seq_len(draws / block)) {
  scaled <- ((if (law == "binomial") rbinom(block, size, 0.5) else rpois(block, size)) - mean) / deviation
  far <- abs(scaled)
  total <- total + c(sum(scaled), sum(scaled^2), sum(far > 2 & far < 4.9), sum(far > 4))
}
cat(sprintf("%.0f %.17g %.17g %.0f %.0f\n", draws, total[1], total[2], total[3], total[4]))
