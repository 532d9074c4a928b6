import Documents
import Foundation

/// Fields as a table for people: path, standard value, what is allowed, and what it is.
func fieldTable(_ fields: [FieldLine]) -> String {
  var rows = [["field", "standard", "allowed", "meaning"]]
  for field in fields {
    let standard = field.standard?.text ?? ""
    // A long list of words takes several rows.
    let allowed = wrapped((field.isList ? "each " : "") + field.allowed, width: 40)
    rows.append([
      field.path, standard.count > 24 ? standard.prefix(23) + "…" : standard, allowed.first ?? "",
      field.doc,
    ])
    rows += allowed.dropFirst().map { ["", "", $0, ""] }
  }
  let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    let cells = zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
    let line = (cells + [row[3]]).joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }.joined(separator: "\n")
}
