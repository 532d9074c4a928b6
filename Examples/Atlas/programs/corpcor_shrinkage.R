# corpcor: cov.shrink(), normal points drawn by MASS.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "contract.R"))
suppressPackageStartupMessages(library(corpcor))

serve(function(table, samples) {
  x <- as.matrix(table)
  MASS::mvrnorm(samples, colMeans(x), unclass(cov.shrink(x, verbose = FALSE))[, ])
})
