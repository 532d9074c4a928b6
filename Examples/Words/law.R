# The exact law of the number of distinct words in the loop of a unigram model.
#
# Rscript law.R words.txt M K T: generation, and the expected number of distinct words in the training set.
#
# The count of one word is a Markov chain whatever the others do: x' = Bin(M, x / n) + Bin(K, p), with n = M + K and p
# its share of the text. So E distinct = sum over words of P(x > 0). Generation 0 is the text, from which the first M
# words are drawn.

words <- commandArgs(trailingOnly = TRUE)
text <- readLines(words[1])
M <- as.integer(words[2])
K <- as.integer(words[3])
last <- as.integer(words[4])

# Words that are equally frequent have the same law.
frequencies <- table(table(text))
p <- as.numeric(names(frequencies)) / length(text)
many <- as.numeric(frequencies)

draw <- outer(0:(M + K) / (M + K), 0:M, function(x, k) dbinom(k, M, x))
# Adds Bin(K, p) to each count.
with.real <- function(law) {
  sum <- matrix(0, length(p), M + K + 1)
  for (k in 0:K) {
    at <- k + seq_len(M + 1)
    sum[, at] <- sum[, at] + law * dbinom(k, K, p)
  }
  sum
}

law <- with.real(outer(p, 0:M, function(x, k) dbinom(k, M, x)))
cat("generation,distinct\n")
cat(sprintf("0,%d\n", sum(many)))
for (t in seq_len(last)) {
  if (t > 1) law <- with.real(law %*% draw)
  cat(sprintf("%d,%.6f\n", t, sum(many * (1 - law[, 1]))))
}
