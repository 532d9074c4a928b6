# The contract of `closedloop drive` for the R programs of the atlas.
#
# A program calls serve(generation), and generation takes a data frame and a number of samples and gives a data frame or
# a vector. With the arguments `train samples seed output` it does one generation; without, it reads one JSON object a
# line from standard input and answers each with one line.

# What a library prints must not be taken for an answer.
answers <- file("/dev/stdout", "w")
sink(stderr())

# All digits of a 63-bit seed count.
seed_with <- function(digits) {
  digits <- sprintf("%019s", digits)
  set.seed(bitwXor(as.integer(substr(digits, 11, 19)), as.integer(substr(digits, 2, 10))))
}

once <- function(generation, train, samples, seed, output) {
  table <- read.csv(train, check.names = FALSE, colClasses = columns)
  seed_with(seed)
  drawn <- as.data.frame(generation(table, as.integer(samples)))
  names(drawn) <- names(table)
  text <- lapply(drawn, function(column) if (is.numeric(column)) sprintf("%.17g", column) else as.character(column))
  write.csv(text, output, row.names = FALSE, quote = FALSE)
}

columns <- NA # what read.csv makes of the columns

serve <- function(generation) {
  arguments <- commandArgs(trailingOnly = TRUE)
  if (length(arguments) > 0) {
    once(generation, arguments[1], arguments[2], arguments[3], arguments[4])
    return(invisible())
  }
  input <- file("stdin", "r")
  while (length(line <- readLines(input, 1)) > 0) {
    task <- jsonlite::fromJSON(line, bigint_as_char = TRUE)
    answer <- tryCatch({
      once(generation, task$train, task$samples, as.character(task$seed), task$output)
      list(done = TRUE)
    }, error = function(problem) list(error = conditionMessage(problem)))
    cat(jsonlite::toJSON(answer, auto_unbox = TRUE), "\n", sep = "", file = answers)
    flush(answers)
  }
}
