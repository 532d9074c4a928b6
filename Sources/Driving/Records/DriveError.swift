/// What ends a driven loop as a whole, with everything that was accepted kept.
package struct DriveError: Error, Sendable, CustomStringConvertible {
  /// Of what kind it is.
  package enum Kind: Sendable {
    /// The program is not there, or may not be run.
    case noProgram
    /// A file cannot be written, as on a full disk.
    case cannotWrite
    /// The folder holds something else.
    case otherFolder
    /// It was asked to stop.
    case stopped
  }

  /// Of what kind it is.
  package let kind: Kind
  /// One sentence.
  package let description: String

  init(_ kind: Kind, _ sentence: String) { (self.kind, description) = (kind, sentence) }
}
