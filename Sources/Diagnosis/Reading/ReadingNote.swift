/// Something about the data that the user should know: what was left out, merged or assumed.
public struct ReadingNote: Sendable, Equatable, Codable, CustomStringConvertible {
  /// What a note is about.
  public enum Subject: String, Sendable, Codable, CaseIterable {
    /// A column has one value in all data, and is skipped.
    case constant
    /// A column of words is all different in the real data, and is skipped.
    case identifier
    /// A column counts its rows, and is skipped.
    case rowNumbers
    /// A column has more distinct values, or longer ones, than are kept, and is skipped.
    case tooManyValues
    /// Cells are empty, or hold a word for a missing value, and are not counted.
    case missing
    /// A column has no value in the real data, or in a generation.
    case empty
    /// Generations have values that the real data lack.
    case newValues
    /// Equal quantiles leave fewer than ten intervals, or no tails.
    case ties
    /// The real data are too few for tails of one per cent.
    case fewValues
    /// A column of the real data has numbers and words, and is read as categories.
    case mixed
    /// A column of numbers has cells in a generation that are none.
    case notNumbers
    /// A column of dates is read as numbers.
    case dates
    /// A column stands only in the real data, or only in the generations, and is skipped.
    case otherColumns
    /// Files are numbered by their order, or put in the order of their numbers.
    case order
    /// Numbers of generations are missing between others.
    case gaps
    /// The first generation stands in for the real data.
    case noTruth
  }

  /// What the note is about.
  public let subject: Subject
  /// Name of the column; `nil` where all are meant.
  public let column: String?
  /// How many cells, values or columns it is about; `nil` where that says nothing.
  public let count: Int?
  /// One sentence for people.
  public let sentence: String

  /// A note.
  public init(_ subject: Subject, column: String? = nil, count: Int? = nil, sentence: String) {
    (self.subject, self.column) = (subject, column)
    (self.count, self.sentence) = (count, sentence)
  }

  /// The sentence.
  public var description: String { sentence }
}
