# mclust: densityMclust, which chooses the number of components and their covariances by BIC.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "contract.R"))
suppressPackageStartupMessages(library(mclust))

serve(function(table, samples) {
  fit <- densityMclust(as.matrix(table), plot = FALSE, verbose = FALSE)
  sim(fit$modelName, fit$parameters, samples)[, -1, drop = FALSE]
})
