# R: density() with its default bandwidth, sampled as its manual says (a row chosen, plus normal noise).
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "contract.R"))

serve(function(table, samples) {
  x <- table[[1]]
  rnorm(samples, sample(x, samples, replace = TRUE), density(x)$bw)
})
