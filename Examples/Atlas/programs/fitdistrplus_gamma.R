# fitdistrplus: fitdist() of a gamma distribution, by maximum likelihood.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "contract.R"))
suppressPackageStartupMessages(library(fitdistrplus))

serve(function(table, samples) {
  estimate <- fitdist(table[[1]], "gamma")$estimate
  rgamma(samples, estimate["shape"], estimate["rate"])
})
