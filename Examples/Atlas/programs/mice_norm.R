# mice: the imputation method "norm" of one column without predictors, which is where a synthesis starts.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "contract.R"))
suppressPackageStartupMessages(library(mice))

serve(function(table, samples) {
  y <- c(table[[1]], rep(NA, samples))
  mice.impute.norm(y, !is.na(y), matrix(numeric(0), length(y), 0))
})
