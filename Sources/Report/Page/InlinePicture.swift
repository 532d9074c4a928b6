import Foundation

/// A picture of gnuplot's, made to stand in a page beside others.
enum InlinePicture {
  /// The picture in `svg`.
  ///
  /// Its identifiers get the prefix `picture-<id>-`, because gnuplot gives the same ones in every file. Its size
  /// becomes that of its place in the page. gnuplot's own titles, which browsers show as tooltips, go.
  ///
  /// - Parameters:
  ///   - svg: the file as gnuplot writes it.
  ///   - id: of the figure.
  ///   - label: what those are told who cannot see it.
  ///   - path: of the file, for messages.
  /// - Throws: ``ResultsError`` if it is no picture of gnuplot's.
  static func html(_ svg: String, id: String, label: String, path: String) throws -> HTML {
    // What has no end was written only in part.
    guard let start = svg.range(of: "<svg"),
      let last = svg.range(of: "</svg>", options: .backwards),
      let end = svg.range(of: ">", range: start.upperBound..<svg.endIndex),
      let box = svg[start.lowerBound..<end.lowerBound].firstMatch(of: /viewBox="([0-9. ]+)"/)?.1,
      svg.range(of: "<script") == nil
    else {
      throw ResultsError(
        "\(path) is no picture of gnuplot's: run closedloop plot \(id) to draw it again")
    }
    var body = String(svg[end.upperBound..<last.upperBound])
    // gnuplot writes its references and identifiers in just these ways.
    for quote in ["\"", "'"] {
      for start in [" id=\(quote)", "href=\(quote)#"] {
        body = body.replacingOccurrences(of: start, with: "\(start)picture-\(id)-")
      }
    }
    body = body.replacingOccurrences(of: "url(#", with: "url(#picture-\(id)-")
    body = body.replacingOccurrences(
      of: "<(title|desc)>[^<]*</(title|desc)>", with: "", options: .regularExpression)
    let opening: HTML = #"<svg viewBox="\#(String(box))" role="img" aria-label="\#(label)""#
    return HTML(markup: opening.markup + ">" + body)
  }
}
