# mice: its default method for numbers, "pmm", with which every cell of new rows is imputed from the training rows.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "contract.R"))
suppressPackageStartupMessages(library(mice))

serve(function(table, samples) {
  empty <- table[rep(NA_integer_, samples), , drop = FALSE]
  filled <- complete(mice(rbind(table, empty), m = 1, maxit = 5, printFlag = FALSE))
  filled[nrow(table) + seq_len(samples), , drop = FALSE]
})
