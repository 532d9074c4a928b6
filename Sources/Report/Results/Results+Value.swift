import Documents

extension Results {
  /// What a reference stands for.
  ///
  /// - Throws: ``ResultsError`` saying what is missing and what there is; errors of reading tables.
  package func value(of reference: ResultReference) throws -> ResultValue {
    switch reference {
    case .claim(let id): return .words(claims.texts(in: "id")[try row(ofClaim: id)])
    case .verdict(let id): return .words(claims.texts(in: "verdict")[try row(ofClaim: id)])
    case .quantity(let id): return .words(claims.texts(in: "quantity")[try row(ofClaim: id)])
    case .predicted(let id, nil):
      return try number(in: claims, row: row(ofClaim: id), "prediction", unit: unit(ofClaim: id))
    case .measured(let id, nil):
      return try number(
        in: claims, row: row(ofClaim: id), "measurement", error: "uncertainty",
        unit: unit(ofClaim: id))
    case .predicted(let id, let check?):
      let (checks, row) = try self.row(ofCheck: check, of: id)
      return try number(in: checks, row: row, "prediction", unit: unit(ofCheck: row, of: id))
    case .measured(let id, let check?):
      let (checks, row) = try self.row(ofCheck: check, of: id)
      return try number(
        in: checks, row: row, "measurement", error: "standard_error",
        unit: unit(ofCheck: row, of: id))
    case .cell(let name, let selector, let column, let error):
      let table = try existing(name)
      let rows = try Self.rows(of: table, where: selector)
      guard rows.count == 1 else {
        throw ResultsError(
          "\(selector) stands for \(rows.count) rows of \(name): name columns so that it is one")
      }
      if let cell = table.cell(rows[0], column), case .text(let word) = cell, cell.value.isNaN {
        return .words(word)
      }
      return try number(in: table, row: rows[0], column, error: error)
    case .setting(let experiment, let field): return try setting(field, of: experiment)
    case .rows(let name, let columns, let selector):
      return try rows(of: existing(name), columns: columns, where: selector)
    case .figure(let id):
      guard try hasPicture(id) else {
        throw ResultsError("\(name)/\(id).svg is missing: run make figures")
      }
      return .picture
    }
  }

  // MARK: - Claims

  /// The row of a claim.
  func row(ofClaim id: String) throws -> Int {
    guard let row = ids.firstIndex(of: id) else {
      throw ResultsError(
        ids.isEmpty
          ? "\(name)/claims.csv has no claims: run make figures"
          : "there is no claim \(id): use \(Words.choice(of: ids, for: id))")
    }
    return row
  }

  private func unit(ofClaim id: String) throws -> String {
    claims.cell(try row(ofClaim: id), "unit")?.description ?? ""
  }

  /// Where the check called `name` stands.
  func row(ofCheck name: String, of id: String) throws -> (Table, Int) {
    _ = try row(ofClaim: id)
    guard let checks else {
      throw ResultsError("\(self.name)/checks.csv is missing: run make figures")
    }
    let own = checks.rows.indices.filter { checks.cell($0, "id")?.description == id }
    let names = checks.texts(in: "check")
    if let row = own.first(where: { names[$0] == name }) { return (checks, row) }
    // The names that share most words with what was asked for.
    let words = Set(name.split(separator: " "))
    let near = own.map { names[$0] }
      .sorted {
        words.intersection($0.split(separator: " ")).count
          > words.intersection($1.split(separator: " ")).count
      }
    throw ResultsError(
      "\(id) has no check \"\(name)\": use "
        + near.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
        + (near.count > 3 ? ", or another of closedloop verify \(id) --checks" : ""))
  }

  /// Only a claim's first check has its unit.
  private func unit(ofCheck row: Int, of id: String) throws -> String {
    checks?.texts(in: "id").firstIndex(of: id) == row ? try unit(ofClaim: id) : ""
  }
}
