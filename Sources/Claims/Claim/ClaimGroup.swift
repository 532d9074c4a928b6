/// What claims are about, by the letter that their identifiers begin with.
package enum ClaimGroup: String, CaseIterable, Sendable {
  /// Statements of the paper.
  case paper = "P"
  /// What goes beyond it.
  case beyond = "X"
  /// Laws of what well-known libraries do.
  case libraries = "A"

  /// The group of the claim called `id`; an identifier of none stops the program.
  package init(of id: String) {
    guard let group = Self(rawValue: String(id.prefix(1))) else {
      preconditionFailure("\(id) belongs to no group of claims")
    }
    self = group
  }

  /// A heading.
  package var title: String {
    switch self {
    case .paper: "Statements of the paper"
    case .beyond: "Beyond the paper"
    case .libraries: "What libraries do"
    }
  }
}
