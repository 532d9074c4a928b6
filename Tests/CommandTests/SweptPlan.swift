import Documents
import Foundation
import Testing
import _TestSupport

/// A plan of no time, in a folder of its own.
enum SweptPlan {
  /// Twelve cells of no time.
  static let plan = """
    {"definition": {"family": "poisson", "generations": 4, "replicates": 20},
     "axes": [{"samples": [2, 5, 9]}, {"policy": ["replace", "external,count=1"]},
              {"truth.rate": [1, 0.5]}]}
    """

  static func withPlan<R>(
    _ text: String = plan, _ body: (_ folder: String, _ plan: String) throws -> R
  ) throws -> R {
    try Command.withFolder { folder in
      let file = folder + "/plan.json"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      return try body(folder, file)
    }
  }

  static func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }
}
