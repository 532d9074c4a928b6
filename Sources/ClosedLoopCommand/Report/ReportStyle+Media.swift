/// What changes on small screens and on paper.
extension ReportStyle {
  /// Up to a small tablet, and on paper, the table of claims becomes a row of cards.
  static let small = """
    @media (max-width: 62rem) {
      .claims, .claims > tbody, .claims > tbody > tr, .claims > tbody > tr > * { display: block; }
      .claims > thead { display: none; }
      .statement, .quantity { width: auto; }
      .group { margin-bottom: .5rem; }
      .group th { padding: 1.5rem 0 .25rem !important; }
      .claim { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; margin-bottom: 1rem; }
      .claim .headline { display: grid; grid-template-columns: repeat(3, auto); justify-content: start; gap: .5rem 2rem; }
      .claim .headline > *, .claim .headline > th, .claim .more > td { padding: 0; }
      .claim .headline > .statement, .claim .headline > .quantity { grid-column: 1 / -1; }
      .claim .headline > th { grid-column: 1; }
      .claim .headline > th + td + td { grid-column: 2 / -1; grid-row: 1; }
      .claim .headline > .number { text-align: left; white-space: normal; }
      .claim .headline > .number::before { content: attr(data-label); display: block; color: var(--soft); }
      .claim .more { padding-top: .75rem; }
      .claim summary { margin: 0; }
      .behind { grid-template-columns: minmax(0, 1fr); padding-left: 0; }
      .checks caption, .checks tr > :first-child { padding-left: 0; }
      .checks tr > :first-child { min-width: 11rem; }
    }
    @media (max-width: 40rem) {
      main, footer, nav ul { padding-left: 1rem; padding-right: 1rem; }
      header { padding-top: 2.5rem; }
      .counts { grid-template-columns: 1fr 1fr; }
      .picture { margin: 0 -1rem; border-radius: 0; border-width: 1px 0; }
      .picture svg { width: 46rem; max-width: none; }
      .sources > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
      .reading dl { grid-template-columns: minmax(0, 1fr); gap: .25rem; }
      .reading dd { margin-bottom: .75rem; }
    }
    """

  static let paper = """
    @media print {
      @page { margin: 16mm 14mm; }
      :root {
        --ground: #ffffff; --card: #ffffff; --ink: #000000; --soft: #45474d; --line: #c9c7c0; --link: #12386f; --shade: #f3f1eb;
        --holds: #0a5c43; --holds-ground: #e0f2ea; --condition: #6d4300; --condition-ground: #fbedcd;
        --differs: #5a3797; --differs-ground: #eee7fa; --alarm: #ffffff; --alarm-ground: #b3001e;
      }
      html { font-size: 72%; }
      body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      main, footer { max-width: none; padding: 0; }
      nav, .skip, .filter, summary { display: none; }
      details::details-content { content-visibility: visible; display: block; }
      header { padding-top: 0; }
      #claims, #figures { break-before: page; padding-top: 0; }
      h2, h3, h4, .group { break-after: avoid; }
      .headline, .checks tr, figure { break-inside: avoid; }
      .figure { break-inside: avoid-page; }
      .scroll, .picture { overflow: visible; }
      .picture { margin: 0; padding: .5rem; background: none; }
      .picture svg { width: 100%; mix-blend-mode: normal; }
      .behind { grid-template-columns: 1fr 1fr; gap: 0 2rem; }
      .checks, .checks .number { font-size: .72rem; }
      .checks th, .checks td { padding: .15rem .4rem; }
      .checks tr > :first-child { min-width: 16rem; }
      a[href^="https"]::after { content: " (" attr(href) ")"; }
    }
    """
}
