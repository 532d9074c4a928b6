import Documents

/// A table as an array of objects.
struct Rows: Encodable {
  let table: Table

  init(_ table: Table) { self.table = table }

  private struct Row: Encodable {
    let columns: [String]
    let cells: [Table.Cell]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      for (column, cell) in zip(columns, cells) {
        let key = Key(stringValue: column)
        switch cell {
        case .integer(let value): try container.encode(value, forKey: key)
        case .number(let value): try container.encode(value, forKey: key)
        case .text(let value): try container.encode(value, forKey: key)
        }
      }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for row in table.rows { try container.encode(Row(columns: table.columns, cells: row)) }
  }
}
