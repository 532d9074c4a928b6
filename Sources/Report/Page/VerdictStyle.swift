import Claims

/// How a claim's verdict looks in the page: a class for its colour, and words, never colour alone.
struct VerdictStyle {
  /// The class of the style sheet, also the value that the filter looks for.
  let name: String
  /// What is printed.
  let words: String

  init(_ claim: ReportedClaim) {
    switch claim.claim.verdict {
    case _ where !claim.isAsRecorded:
      name = "alarm"
      words = "NOT AS RECORDED"
    case .holds:
      name = "holds"
      words = "holds"
    case .holdsWithCondition:
      name = "condition"
      words = "holds with condition"
    case .differs:
      name = "differs"
      words = "differs as corrected"
    }
  }

  /// All of them with their labels for counts and filter, those that call for attention last.
  static let all: [(name: String, label: String)] = [
    ("holds", "hold"), ("condition", "hold with condition"), ("differs", "differ as corrected"),
    ("alarm", "not as recorded"),
  ]

  /// The verdict in its colour.
  var badge: HTML { #"<span class="verdict \#(name)">\#(words)</span>"# }

  /// A small link to the claim in the colour of its verdict.
  static func chip(_ claim: ReportedClaim) -> HTML {
    let style = VerdictStyle(claim)
    return """
      <li><a class="chip \(style.name)" href="#\(claim.anchor)" title="\(style.words): \(claim.words.statement)">\
      \(claim.id)<span class="unseen"> \(style.words)</span></a></li>
      """
  }
}
