/// A figure environment of a draft.
package struct DraftFigure: Sendable {
  /// The pictures of results in it: `fig1`.
  package let pictures: [String]
  /// The labels it can be referred to by.
  package let labels: [String]
  /// Where it begins.
  package let place: Place
  let range: Range<Int>
}

extension Draft {
  /// The figures with a picture of results, in order.
  ///
  /// - Parameters:
  ///   - results: what ``results(isFigure:report:)`` gives.
  ///   - report: is told where a label is not closed.
  func figures(among results: [ResultUse], report: (DraftError) -> Void) -> [DraftFigure] {
    var figures: [DraftFigure] = []
    var index = body.lowerBound
    while let begin = Self.range(of: "\\begin{", in: characters, from: index),
      begin.lowerBound < body.upperBound
    {
      index = begin.upperBound
      let kind = String(characters[index...].prefix { $0 != "}" })
      guard ["figure", "figure*", "wrapfigure"].contains(kind) else { continue }
      let end = Self.range(of: "\\end{\(kind)}", in: characters, from: index)
      let range = begin.lowerBound..<min(end?.upperBound ?? body.upperBound, body.upperBound)
      index = range.upperBound
      let pictures = results.filter { range.contains($0.range.lowerBound) }
        .compactMap { if case .figure(let id) = $0.reference { id } else { nil } }
      guard !pictures.isEmpty else { continue }
      figures.append(
        DraftFigure(
          pictures: pictures,
          labels: uses(in: range, of: ["label": 1], report: report).map { $0.arguments[0] },
          place: place(at: range.lowerBound), range: range))
    }
    return figures
  }
}
