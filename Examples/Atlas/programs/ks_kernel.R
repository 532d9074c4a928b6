# ks: kde() with its plug-in bandwidth, sampled by rkde().
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "contract.R"))
suppressPackageStartupMessages(library(ks))

serve(function(table, samples) rkde(samples, kde(as.matrix(table))))
