import Claims

/// The table of claims, each with all that stands behind it.
struct ClaimsSection {
  let claims: [ReportedClaim]

  var html: HTML {
    """
    <section id="claims" aria-labelledby="claims-title">
    <h2 id="claims-title">Claims</h2>
    \(filter)
    <table class="claims">
    <caption class="unseen">Every claim with its verdict, what was predicted and what was measured</caption>
    <thead><tr>
    <th scope="col">Claim</th><th scope="col">Statement</th><th scope="col">Verdict</th>
    <th scope="col">Headline quantity</th><th scope="col" class="number">Predicted</th>
    <th scope="col" class="number">Measured</th><th scope="col" class="number">Checks</th>
    </tr></thead>
    \(ClaimGroup.allCases.map { kind in
      group(kind.title, claims.filter { ClaimGroup(of: $0.id) == kind })
    })
    </table>
    </section>
    """
  }

  /// Buttons that need no script; the field for words does, and is hidden without.
  private var filter: HTML {
    let options = [("all", "all")] + VerdictStyle.all
    let present = Set(claims.map { VerdictStyle($0).name })
    let buttons = options.filter { $0.0 == "all" || present.contains($0.0) }.map {
      (name, label) -> HTML in
      let checked: HTML = name == "all" ? " checked" : ""
      return """
        <input type="radio" name="show" id="show-\(name)" value="\(name)"\(checked)>\
        <label for="show-\(name)">\(label)</label>
        """
    }
    return """
      <div class="filter">
      <fieldset><legend>Show</legend>
      \(buttons)
      </fieldset>
      <p class="scripted" hidden><label>Find <input type="search" id="find" autocomplete="off"></label>
      <button type="button" id="unfold">Open all</button></p>
      </div>
      """
  }

  private func group(_ title: String, _ members: [ReportedClaim]) -> HTML {
    """
    <tbody class="group"><tr><th colspan="7" scope="rowgroup">\(title)</th></tr></tbody>
    \(members.map(row))
    """
  }

  private func row(_ claim: ReportedClaim) -> HTML {
    let style = VerdictStyle(claim)
    let unit: HTML =
      claim.claim.unit.isEmpty ? "" : " <span class=\"unit\">\(claim.claim.unit)</span>"
    let printed: HTML =
      claim.predictsWhatIsPrinted ? " <span class=\"note\">as printed</span>" : ""
    return """
      <tbody class="claim" id="\(claim.anchor)" data-verdict="\(style.name)">
      <tr class="headline">
      <th scope="row"><a href="#\(claim.anchor)">\(claim.id)</a></th>
      <td class="statement">\(HTML.prose(claim.words.statement)) <span class="reference">\(claim.words.reference)</span>\
      \(qualification(of: claim))\(surprise(of: claim))</td>
      <td>\(style.badge)</td>
      <td class="quantity">\(HTML.prose(claim.claim.quantity))</td>
      <td class="number" data-label="Predicted">\(HTML.number(claim.claim.prediction))\(unit)\(printed)</td>
      <td class="number" data-label="Measured">\(HTML.number(claim.claim.measurement, error: claim.claim.uncertainty))\(unit)</td>
      <td class="number" data-label="Checks">\(claim.checks.count)</td>
      </tr>
      <tr class="more"><td colspan="7">\(ClaimDetails(claim: claim).html)</td></tr>
      </tbody>
      """
  }

  /// The condition or the correction that the verdict speaks of.
  private func qualification(of claim: ReportedClaim) -> HTML {
    if claim.words.recorded == .holdsWithCondition {
      return "<span class=\"qualification\">If: \(HTML.prose(claim.words.conditions))</span>"
    }
    guard let factor = claim.words.correction?.label else { return "" }
    return "<span class=\"qualification\">Correct over printed: \(factor)</span>"
  }

  private func surprise(of claim: ReportedClaim) -> HTML {
    if claim.isAsRecorded { return "" }
    let wrong = claim.checks.count { !$0.isAsExpected }
    return """
      <span class="surprise">It came out as “\(claim.claim.verdict.rawValue)”; on record it \
      “\(claim.onRecord.rawValue)”. Checks that came out otherwise: \(wrong).</span>
      """
  }
}
