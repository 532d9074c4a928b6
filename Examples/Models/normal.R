# A normal law for each column of numbers, in base R.
#
# Once a generation:  Rscript normal.R train.csv 100 1 next.csv
# Once a replicate:   Rscript normal.R --session
#
# The variance has the divisor M, which is maximum likelihood; with --unbiased it has M - 1, which is R's sd().

words <- commandArgs(trailingOnly = TRUE)

# Fits to the rows of `train` and writes `samples` rows to `output`.
model <- function(train, samples, seed, output) {
  start(seed)
  header <- readLines(train, n = 1, encoding = "UTF-8")
  columns <- read.csv(train, check.names = FALSE, colClasses = "numeric")
  draw <- function(x) {
    spread <- if ("--unbiased" %in% words) sd(x) else sqrt(mean((x - mean(x))^2))
    rnorm(samples, mean(x), spread)
  }
  # 17 digits are read back exactly; write.csv has 15.
  cells <- lapply(columns, function(x) sprintf("%.17g", draw(x)))
  writeLines(c(header, do.call(paste, c(unname(cells), sep = ","))), output, useBytes = TRUE)
}

# All digits of the seed, a text: set.seed() takes numbers below 2^31 only, and as.numeric() rounds.
start <- function(seed) {
  RNGkind("L'Ecuyer-CMRG")
  digits <- paste0(strrep("0", max(0, 21 - nchar(seed))), seed)
  part <- as.integer(c(substr(digits, 1, 7), substr(digits, 8, 14), substr(digits, 15, 21)))
  assign(".Random.seed", c(10407L, part + 1L, part + 1L), envir = globalenv())
}

# The contract of closedloop drive: once, by arguments; or with --session, one line of JSON at a time.
serve <- function() {
  if (!"--session" %in% words) {
    last <- tail(words, 4)
    return(model(last[1], as.numeric(last[2]), last[3], last[4]))
  }
  # Base R reads no JSON; a request has no objects in it, so that a pattern does.
  field <- function(line, name) {
    text <- regmatches(line, regexec(sprintf('"%s": *("(([^"\\\\]|\\\\.)*)"|[0-9]+)', name), line))[[1]]
    if (length(text) == 0) stop(paste("no", name, "in the request"))
    gsub("\\\\(.)", "\\1", if (nzchar(text[3])) text[3] else text[2])
  }
  requests <- file("stdin", "r")
  while (length(line <- readLines(requests, n = 1)) > 0) {
    answer <- tryCatch({
      model(field(line, "train"), as.numeric(field(line, "samples")), field(line, "seed"), field(line, "output"))
      '{"done": true}'
    }, error = function(problem) sprintf('{"error": %s}', dQuote(gsub('["\\\\\n]', " ", conditionMessage(problem)), FALSE)))
    cat(answer, "\n", sep = "")
    flush(stdout())
  }
}

invisible(serve())
