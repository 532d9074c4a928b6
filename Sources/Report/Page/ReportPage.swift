import Claims

/// The review page.
package struct ReportPage {
  private let claims: [ReportedClaim]
  private let figures: [ReportedFigure]

  /// The page of these results.
  package init(_ results: ReportedResults) {
    claims = results.claims
    figures = results.figures
  }

  /// The whole page.
  package var markup: String { html.markup }

  /// The text of a file beside this one, which the program holds; its last line break is the template's.
  private static func resource(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  private var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>ClosedLoop: every claim and every figure</title>
    <style>
    \(HTML(markup: Self.resource(PackageResources.page_css)))
    </style>
    </head>
    <body>
    <a class="skip" href="#claims">To the claims</a>
    \(navigation)
    <main>
    \(introduction)
    \(ClaimsSection(claims: claims).html)
    \(FiguresSection(figures: figures).html)
    </main>
    <footer><p>Written by <code>closedloop report</code> from <a class="file" href="claims.csv">claims.csv</a>, \
    <a class="file" href="checks.csv">checks.csv</a> and the files of the figures.</p></footer>
    <script>
    \(HTML(markup: Self.resource(PackageResources.page_js)))
    </script>
    </body>
    </html>

    """
  }

  private var navigation: HTML {
    let links = figures.map { figure -> HTML in
      "<li><a href=\"#\(figure.anchor)\">\(figure.id)</a></li>"
    }
    return """
      <nav aria-label="On this page"><ul>
      <li><a href="#summary">Summary</a></li>
      <li><a href="#claims">Claims</a></li>
      <li><a href="#figures">Figures</a></li>
      \(links)
      </ul></nav>
      """
  }

  private var introduction: HTML {
    """
    <header id="summary">
    <p class="eyebrow">ClosedLoop</p>
    <h1>Lost in Retraining, regenerated and checked</h1>
    <p class="lead">A model is fitted, samples are drawn from it, the next model is fitted to those samples, \
    and so on. Here is every statement of the paper on this loop, and more beyond it, beside what was measured, \
    and every figure with the data, definition and script that it comes from.</p>
    <p>The paper: F. Jangjoo, G. di Sarra, M. Marsili and Y. Roudi, <cite>Lost in Retraining: Closed-Loop Learning and \
    Model Collapse in Exponential Families</cite>, Phys. Rev. Lett. 136, 197301 (2026), \
    <a href="https://doi.org/10.1103/156q-3ngc">doi 10.1103/156q-3ngc</a>; preprint \
    <a href="https://arxiv.org/abs/2506.20623">arXiv:2506.20623</a>.</p>
    \(alarm)
    \(counts)
    <ul class="chips overview" aria-label="All claims">
    \(claims.map(VerdictStyle.chip))
    </ul>
    \(reading)
    </header>
    """
  }

  private func members(_ style: String) -> [ReportedClaim] {
    claims.filter { VerdictStyle($0).name == style }
  }

  /// In words, what nobody should overlook.
  private var alarm: HTML {
    let ids = members("alarm").map { claim -> HTML in
      "<a href=\"#\(claim.anchor)\">\(claim.id)</a>"
    }
    if ids.isEmpty { return "" }
    return #"<p class="alarm banner" role="alert">NOT AS RECORDED: \#(ids.joined(by: ", "))</p>"#
  }

  private var counts: HTML {
    let tiles = VerdictStyle.all.map { name, label -> HTML in
      let count = members(name).count
      let style = name == "alarm" && count == 0 ? "none" : name
      return #"<li class="\#(style)"><strong>\#(count)</strong> \#(label)</li>"#
    }
    let checks = claims.flatMap(\.checks)
    func by(_ method: Check.Method) -> HTML { HTML.count(checks.count { $0.method == method }) }
    return """
      <p class="tally">Of \(claims.count) claims:</p>
      <ul class="counts">
      \(tiles)
      </ul>
      <p class="tally">Behind them are \(HTML.count(checks.count)) checks: \(by(.proof)) proofs in rational \
      arithmetic, \(by(.exact)) exact computations and \(by(.simulation)) simulations.</p>
      """
  }

  private var reading: HTML {
    """
    <details class="reading">
    <summary>What the verdicts mean, and how to check them</summary>
    <dl>
    <dt><span class="verdict holds">holds</span></dt><dd>Every check agrees.</dd>
    <dt><span class="verdict condition">holds with condition</span></dt>
    <dd>Every check agrees, under a condition that the paper’s headline drops.</dd>
    <dt><span class="verdict differs">differs as corrected</span></dt>
    <dd>What the preprint prints is refuted, and the value that we give instead agrees.</dd>
    <dt><span class="verdict alarm">NOT AS RECORDED</span></dt>
    <dd>The verdict is not the one on record, or a check came out otherwise than it should.</dd>
    </dl>
    <p>What agrees with a prediction is fixed before anything is measured. All random checks together give a \
    false alarm with a probability below 10<sup>−6</sup>, whatever the seed, and each kind of them is known to fail on \
    a deliberately broken program.</p>
    <p><code>closedloop verify</code> checks every claim again, <code>make reproduce</code> makes every figure again \
    elsewhere and compares; each script draws its figure with gnuplot alone.</p>
    </details>
    """
  }
}
