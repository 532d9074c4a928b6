import Claims

/// The experiment that writes the file at `path`: of those whose id its name begins with, the longest.
package func owningExperiment(of path: String) -> String? {
  let file = path.split(separator: "/").last ?? ""
  return allExperiments.map { $0.id }.filter { file.hasPrefix($0) }.max { $0.count < $1.count }
}

/// Where the results of experiment `id` stand in a folder with all results: "beyond/" for those outside
/// the standard set, nothing for the others.
package func resultsPlace(of id: String) -> String {
  beyondExperiments.contains { $0.id == id } ? "beyond/" : ""
}

/// A figure, one of its panels, or a table that shows a claim.
package struct Evidence {
  /// As the claim names it: "fig1.svg (b)".
  package let text: String

  /// The evidence that a claim names so.
  package init(_ text: String) { self.text = text }

  /// The file: "fig1.svg".
  package var path: String { String(text.prefix { $0 != " " }) }

  /// The panel in brackets, if it names one.
  package var panel: String { String(text.dropFirst(path.count + 1)) }

  /// The experiment whose picture or table it is: that with the longest name the file begins with.
  package var owner: String? { owningExperiment(of: path) }
}
