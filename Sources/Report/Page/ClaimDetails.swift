import Claims

/// What stands behind one claim, folded away until it is asked for.
struct ClaimDetails {
  let claim: ReportedClaim

  var html: HTML {
    """
    <details>
    <summary><span class="unseen">\(claim.id): </span>Why, equations, evidence and all checks</summary>
    <div class="behind">
    <div>
    <h4>When it is true</h4><p>\(HTML.prose(claim.words.conditions))</p>
    <h4>Why</h4><p>\(HTML.prose(claim.words.derivation))</p>
    \(correction)
    </div>
    <div>
    <h4>Equations</h4>
    <ul class="equations">
    \(claim.words.equations.map(equation))
    </ul>
    <h4>Evidence</h4>
    \(owners.map(chain))
    <h4>Test</h4><p><code>\(claim.test)</code></p>
    <h4>Check it</h4><p><code>closedloop verify \(claim.id) --checks</code></p>
    </div>
    </div>
    \(checks)
    </details>
    """
  }

  private var correction: HTML {
    guard let correction = claim.words.correction else { return "" }
    return """
      <h4>Correction</h4><p>\(HTML.prose(correction.text)) Correct over printed: \(correction.label).</p>
      """
  }

  private func equation(_ equation: Equation) -> HTML {
    """
    <li><span class="place">\(equation.place)</span> <span class="formula">\(HTML.prose(equation.formula))</span> \
    <code>\(equation.symbol)</code></li>
    """
  }

  /// The experiments that show it, in the order in which the claim names them.
  private var owners: [String] {
    var seen = Set<String>()
    return claim.evidence.compactMap(\.owner).filter { seen.insert($0).inserted }
  }

  /// From the claim to the figure, its tables, and the definition that they come from.
  private func chain(_ owner: String) -> HTML {
    let evidence = claim.evidence.filter { $0.owner == owner }
    let panels = evidence.map(\.panel).filter { !$0.isEmpty }.joined(separator: ", ")
    let tables = evidence.map(\.path).filter { $0.contains("data/") }.map { HTML.link($0) }
    return """
      <p class="chain"><a href="#figure-\(owner)">\(owner)</a> \(panels)
      <span aria-hidden="true">→</span> \(tables.joined(by: ", "))
      <span aria-hidden="true">→</span> \(HTML.link("\(resultsPlace(of: owner))data/\(owner).json"))</p>
      """
  }

  private var checks: HTML {
    """
    <div class="scroll" tabindex="0" role="group" aria-label="Checks of \(claim.id)">
    <table class="checks">
    <caption>What agrees with a prediction is fixed before it is measured; ± is the standard error.</caption>
    <thead><tr><th scope="col">Check</th><th scope="col">Outcome</th>
    <th scope="col" class="number">Predicted</th><th scope="col" class="number">Measured</th>
    <th scope="col" class="number">Agrees from</th><th scope="col" class="number">to</th>
    <th scope="col">By</th></tr></thead>
    <tbody>
    \(claim.checks.map(row))
    </tbody>
    </table>
    </div>
    """
  }

  private func row(_ check: Check) -> HTML {
    // Most of these say so themselves.
    let isMarked = check.role == .claimed || check.name.contains("printed")
    let printed: HTML = isMarked ? "" : " <span class=\"note\">as printed</span>"
    return """
      <tr><th scope="row">\(HTML.prose(check.name))\(printed)</th><td>\(outcome(of: check))</td>
      <td class="number">\(HTML.number(check.prediction))</td>
      <td class="number">\(HTML.number(check.measurement, error: check.standardError))</td>
      <td class="number">\(HTML.number(check.lower))</td><td class="number">\(HTML.number(check.upper))</td>
      <td>\(check.method.rawValue)</td></tr>
      """
  }

  private func outcome(of check: Check) -> HTML {
    switch (check.passed, check.role) {
    case (true, .claimed): "<span class=\"outcome holds\">agrees</span>"
    case (false, .printed): "<span class=\"outcome differs\">refuted</span>"
    case (false, .claimed): "<span class=\"verdict alarm\">DIFFERS</span>"
    case (true, .printed): "<span class=\"verdict alarm\">STANDS</span>"
    }
  }
}

extension HTML {
  /// A link to a file beside the page.
  static func link(_ path: String) -> HTML { #"<a class="file" href="\#(path)">\#(path)</a>"# }
}
