# Makes sentences.txt, one sentence a line, of the first ten chapters of Pride and Prejudice.
#
# Rscript text.R >sentences.txt, where the package janeaustenr 1.0.0 is installed (Debian: r-cran-janeaustenr).

book <- janeaustenr::prideprejudice
chapters <- grep("^Chapter [0-9]+$", book)
text <- book[chapters[1]:(chapters[11] - 1)]
text <- text[!grepl("^Chapter", text)]
# An empty line ends a paragraph, and so a sentence.
paragraphs <- tapply(text, cumsum(text == ""), paste, collapse = " ")
paragraphs <- gsub("_", "", trimws(paragraphs))
# Abbreviations end no sentence.
marked <- gsub("\\b(Mr|Mrs|Dr|Esq)\\. ", "\\1.\u00a0", paragraphs)
sentences <- unlist(strsplit(marked, "(?<=[.!?])(?<![ ][A-Z].)[\"']?\\s+(?=[\"']?[A-Z])", perl = TRUE))
sentences <- gsub("\u00a0", " ", gsub("[\"]", "", sentences))
sentences <- gsub("--", " -- ", sentences)
sentences <- trimws(gsub("\\s+", " ", sentences))
writeLines(sentences[nchar(sentences) > 0])
