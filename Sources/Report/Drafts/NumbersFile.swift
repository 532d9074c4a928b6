/// `numbers.tex`: results as LaTeX macros, so that a draft holds no typed number.
package struct NumbersFile {
  /// What the claims table of a draft says of a claim beside its numbers.
  package struct Entry {
    /// The claim.
    package let id: String
    /// What is claimed.
    package let statement: String
    /// The verdict, in words.
    package let verdict: String

    /// An entry of the claims table.
    package init(id: String, statement: String, verdict: String) {
      self.id = id
      self.statement = statement
      self.verdict = verdict
    }
  }

  /// The whole file.
  package let text: String

  /// The macros for all claims and checks, and for what a draft takes from tables and definitions.
  ///
  /// - Throws: ``ResultsError`` where results do not have what the draft asks for.
  package init(results: Results, draft: ReadDraft?, entries: [Entry]) throws {
    var text = Self.macros
    func define(_ reference: ResultReference) throws {
      let (kind, key) = Self.key(of: reference)
      var tex = try results.value(of: reference).tex
      // Words in what is set as mathematics.
      if case .words = try results.value(of: reference), kind == "cell" || kind == "setting" {
        tex = "\\mbox{\(tex)}"
      }
      text += "\\closedloop@define{\(kind)}{\(Draft.written(key))}{\(tex)}\n"
    }
    for id in results.ids {
      try define(.verdict(id))
      try define(.quantity(id))
      try define(.predicted(id, check: nil))
      try define(.measured(id, check: nil))
    }
    if let checks = results.checks {
      for (id, check) in zip(checks.texts(in: "id"), checks.texts(in: "check")) {
        try define(.predicted(id, check: check))
        try define(.measured(id, check: check))
      }
    }
    var seen = Set<ResultReference>()
    for use in draft?.uses ?? [] where seen.insert(use.reference).inserted {
      switch use.reference {
      case .cell, .setting, .rows: try define(use.reference)
      default: break
      }
    }
    text += "\\newcommand\\claimrows{%\n"
    for entry in entries {
      let predicted = try results.value(of: .predicted(entry.id, check: nil)).tex
      let measured = try results.value(of: .measured(entry.id, check: nil)).tex
      text +=
        "\\closedloop@target{\(entry.id)} & \(TeX.text(entry.statement)) &"
        + " \(TeX.text(entry.verdict)) & $\(predicted)$ & $\(measured)$ \\\\\n"
    }
    self.text = text + "}\n\\makeatother\n"
  }

  /// How a reference is filed.
  private static func key(of reference: ResultReference) -> (kind: String, key: String) {
    switch reference {
    case .claim(let id): ("claim", id)
    case .verdict(let id): ("verdict", id)
    case .quantity(let id): ("quantity", id)
    case .predicted(let id, let check): ("predicted", id + (check.map { "|\($0)" } ?? ""))
    case .measured(let id, let check): ("measured", id + (check.map { "|\($0)" } ?? ""))
    case .cell(let table, let row, let column, let error):
      ("cell", "\(table)|\(row)|\(column)" + (error.map { "|\($0)" } ?? ""))
    case .setting(let experiment, let field): ("setting", "\(experiment)|\(field)")
    case .rows(let table, let columns, let rows):
      ("rows", "\(table)|\(columns)" + (rows.map { "|\($0)" } ?? ""))
    case .figure(let id): ("figure", id)
    }
  }

  /// The names of results may hold any sign but braces and backslashes: they are taken letter by letter, and a per
  /// cent sign, which begins a comment, is written with its backslash here and in drafts.
  private static let macros = #"""
    % Written by closedloop numbers from the results; do not edit.
    \makeatletter
    \newcommand\closedloop@define[3]{%
      \expandafter\def\csname closedloop@#1@\detokenize{#2}\endcsname{#3}}
    \newcommand\closedloop@use[2]{%
      \ifcsname closedloop@#1@\detokenize{#2}\endcsname
        \expandafter\@firstoftwo
      \else
        \expandafter\@secondoftwo
      \fi
      {\csname closedloop@#1@\detokenize{#2}\endcsname}%
      {\PackageError{closedloop}{There is no result \detokenize{#2}}{Run make paper, or see make review.}}}
    \providecommand\hyperlink[2]{#2}
    \providecommand\hypertarget[2]{#2}
    \newcommand\closedloop@target[1]{\hypertarget{claim:#1}{#1}}
    % What a draft uses.
    \NewDocumentCommand\claim{m}{\hyperlink{claim:#1}{#1}}
    \NewDocumentCommand\predicted{o m}{%
      \ensuremath{\IfValueTF{#1}{\closedloop@use{predicted}{#2|#1}}{\closedloop@use{predicted}{#2}}}}
    \NewDocumentCommand\measured{o m}{%
      \ensuremath{\IfValueTF{#1}{\closedloop@use{measured}{#2|#1}}{\closedloop@use{measured}{#2}}}}
    \NewDocumentCommand\verdict{m}{\closedloop@use{verdict}{#1}}
    \NewDocumentCommand\quantity{m}{\closedloop@use{quantity}{#1}}
    \NewDocumentCommand\cell{o m m m}{%
      \ensuremath{\IfValueTF{#1}{\closedloop@use{cell}{#2|#3|#4|#1}}{\closedloop@use{cell}{#2|#3|#4}}}}
    \NewDocumentCommand\setting{m m}{\ensuremath{\closedloop@use{setting}{#1|#2}}}
    \NewDocumentCommand\datarows{o m m}{%
      \IfValueTF{#1}{\closedloop@use{rows}{#2|#3|#1}}{\closedloop@use{rows}{#2|#3}}}
    % A number that is a choice or a fact, and no result.
    \NewDocumentCommand\given{m}{#1}

    """#
}
