import Documents

/// The first field in which the definition behind some results is not the built-in one.
package struct DefinitionDifference {
  let used: JSONValue
  let ours: JSONValue

  /// What is different, in words; `nil` if nothing but the seed is.
  func sentence(of id: String) -> String? {
    Self.difference(used, ours, path: []).map {
      "\(id) was run with \($0.path) = \($0.used), this program's definition has \($0.ours)"
    }
  }

  private static func difference(
    _ used: JSONValue, _ ours: JSONValue, path: [String]
  ) -> (path: String, used: String, ours: String)? {
    guard case .object(let a) = used, case .object(let b) = ours else {
      return used == ours ? nil : (path.joined(separator: "."), used.text, ours.text)
    }
    for name in Set(a.keys).union(b.keys).sorted() {
      // Other random numbers are no other experiment, and its name is in the file's.
      if path.isEmpty, name == "seed" || name == "experiment" { continue }
      let found = difference(a[name] ?? .null, b[name] ?? .null, path: path + [name])
      if let found { return found }
    }
    return nil
  }
}
