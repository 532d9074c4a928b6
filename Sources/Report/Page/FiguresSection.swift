/// All figures with their captions, files and claims.
struct FiguresSection {
  let figures: [ReportedFigure]

  var html: HTML {
    """
    <section id="figures" aria-labelledby="figures-title">
    <h2 id="figures-title">Figures</h2>
    \(figures.map(figure))
    </section>
    """
  }

  private func figure(_ figure: ReportedFigure) -> HTML {
    """
    <article class="figure" id="\(figure.anchor)" aria-labelledby="\(figure.anchor)-title">
    <h3 id="\(figure.anchor)-title"><span class="name">\(figure.id)</span> \(figure.title)</h3>
    <figure>
    <div class="picture" tabindex="0" role="group" aria-label="Picture \(figure.id)">
    \(figure.picture)
    </div>
    <figcaption>\(HTML.prose(figure.caption))</figcaption>
    </figure>
    <dl class="sources">
    \(evidence(figure))
    <div><dt>Tables</dt><dd><ul>
    \(figure.tables.map(table))
    </ul></dd></div>
    <div><dt>Definition</dt><dd>\(HTML.link("\(figure.place)data/\(figure.id).json"))</dd></div>
    <div><dt>Script</dt><dd>\(HTML.link("\(figure.place)\(figure.id).gp"))</dd></div>
    <div><dt>Picture</dt><dd>\(HTML.link("\(figure.place)\(figure.id).svg"))</dd></div>
    </dl>
    </article>
    """
  }

  private func evidence(_ figure: ReportedFigure) -> HTML {
    if figure.claims.isEmpty { return "" }
    return """
      <div><dt>Evidence for</dt><dd><ul class="chips">
      \(figure.claims.map(VerdictStyle.chip))
      </ul></dd></div>
      """
  }

  private func table(_ table: ReportedFigure.TableFile) -> HTML {
    """
    <li>\(HTML.link(table.path)) <span class="columns">\(table.columns); \
    \(HTML.count(table.rows)) rows</span></li>
    """
  }
}
