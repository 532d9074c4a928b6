import Documents

/// One definition, varied: what `closedloop sweep` runs.
///
/// A JSON object with the fields `definition`, of one of the kinds that there are (``SweepKind``); `axes`, a list of
/// ``SweepAxis``, whose places are combined in every way, the last varying fastest; for simulations `predict`,
/// whether predictions stand beside what is found; for experiments `table`, the one of its tables that is kept.
package struct SweepPlan: Sendable {
  /// The plan as it was read.
  package let document: JSONValue
  /// The directions in which the definition varies; none leaves one cell.
  package let axes: [SweepAxis]
  /// How many cells there are.
  package let count: Int
  private let kinds: [any SweepKind]
  private let base: JSONValue
  private let settings: SweepSettings
  /// Whether its definition names files, by paths that begin where the program runs.
  package let readsFiles: Bool

  /// How many changes of the program so far gave other numbers from the same seed, or other columns: the entries
  /// of the changelog that are marked value-breaking.
  package static let valuesRevision = 5
  /// The most cells of a plan.
  package static let most = 1_000_000

  /// Reads a plan; its cells are still to be checked.
  ///
  /// - Parameters:
  ///   - kinds: what it may vary; the first that owns a definition has it.
  ///   - values: which numbers the program gives; cells of others are not found.
  /// - Throws: ``DefinitionError`` naming the field, its value and what is allowed.
  package init(
    _ document: JSONValue, kinds: [any SweepKind], values: Int
  ) throws(DefinitionError) {
    self.document = document
    guard case .object(let fields) = document else {
      throw DefinitionError(
        field: "the plan", value: document.text,
        allowed: "a JSON object with a definition and axes")
    }
    let known = ["axes", "definition", "predict", "table"]
    if let unknown = fields.keys.filter({ !known.contains($0) }).min() {
      throw DefinitionError(
        field: unknown, value: fields[unknown]!.text,
        allowed: Words.choice(of: known, for: unknown))
    }
    guard case .object(let definition)? = fields["definition"] else {
      throw DefinitionError(
        field: "definition", value: fields["definition"]?.text ?? "nothing",
        allowed: "a definition such as closedloop definition collapse prints")
    }
    base = .object(definition)
    axes = try Self.axes(fields["axes"])
    count = try Self.count(axes)
    let kind = try Self.kind(of: base, among: kinds)
    (self.kinds, readsFiles) = (kinds, kind.readsFiles)
    let predicts = try Self.predicts(fields["predict"])
    var table: String?
    var given = fields["table"]
    if given == .null { given = nil }
    if case .string(let name)? = given { table = name }
    try kind.check(predicts: predicts, table: given)
    // Which numbers the program gives is a part of every address.
    settings = SweepSettings(predicts: predicts, table: table, program: "values \(values)")
  }

  /// Tries cells without running them: a mistake in the last one is told now, and not after a night.
  ///
  /// - Returns: those whose definitions are refused, with the reason.
  /// - Throws: ``DefinitionError`` where no cell of the plan can run.
  package func refusals(_ indices: some Sequence<Int>) throws -> [(cell: Int, reason: String)] {
    var (refusals, canRun) = ([(cell: Int, reason: String)](), false)
    for index in indices {
      if let reason = cell(index).refusal {
        refusals.append((index, reason))
      } else {
        canRun = true
      }
    }
    guard !canRun, let first = refusals.first,
      !(1...count).contains(where: { cell($0).refusal == nil })
    else { return refusals }
    do {
      _ = try cell(first.cell).job()
      return refusals
    } catch let error as DefinitionError where count > 1 {
      throw DefinitionError(
        field: "in cell \(first.cell), \(error.field)", value: error.value, allowed: error.allowed)
    }
  }

  /// The cell of an index from 1 to ``count``.
  package func cell(_ index: Int) -> SweepCell {
    let places = zip(axes, places(of: index))
    let labels = places.flatMap { axis, place in axis.labels(place) }
    let fields = zip(axes.flatMap(\.fields), labels).map { (name: $0, value: $1) }
    // Whole objects before fields of theirs, whatever the order of the axes.
    let changes = places.flatMap { axis, place in axis.changes(place) }
      .sorted { $0.path.count < $1.path.count }
    do {
      let document = try changes.reduce(base) { try $1.applied(to: $0) }
      return SweepCell(
        index: index, fields: fields,
        content: try Self.kind(of: document, among: kinds).content(document, of: settings))
    } catch {
      return SweepCell(index: index, fields: fields, refusal: error)
    }
  }

  /// Where a cell lies on each axis.
  private func places(of index: Int) -> [Int] {
    var (rest, places) = (index - 1, [Int]())
    for axis in axes.reversed() {
      places.append(rest % axis.count)
      rest /= axis.count
    }
    return places.reversed()
  }

  // MARK: - Reading

  private static func kind(
    of document: JSONValue, among kinds: [any SweepKind]
  ) throws(DefinitionError) -> any SweepKind {
    if case .object(let fields) = document, let kind = kinds.first(where: { $0.owns(fields) }) {
      return kind
    }
    throw DefinitionError(
      field: "definition", value: document.text,
      allowed: "a definition such as closedloop definition collapse prints")
  }

  private static func axes(_ document: JSONValue?) throws(DefinitionError) -> [SweepAxis] {
    guard case .array(let list)? = document else {
      throw DefinitionError(
        field: "axes", value: document?.text ?? "nothing",
        allowed: #"a list of axes, as in [{"samples": [10, 100]}, {"policy.count": [0, 1]}]"#)
    }
    var axes: [SweepAxis] = []
    for (index, axis) in list.enumerated() {
      axes.append(try SweepAxis(axis, path: "axes[\(index + 1)]"))
    }
    let fields = axes.flatMap(\.fields)
    if let twice = fields.first(where: { field in fields.count { $0 == field } > 1 }) {
      throw DefinitionError(field: "axes", value: "\(twice) twice", allowed: "each field once")
    }
    return axes
  }

  private static func count(_ axes: [SweepAxis]) throws(DefinitionError) -> Int {
    var count = 1
    for axis in axes {
      let (product, overflows) = count.multipliedReportingOverflow(by: axis.count)
      guard !overflows, product <= most else {
        throw DefinitionError(
          field: "axes", value: axes.map { "\($0.count)" }.joined(separator: " × ") + " cells",
          allowed:
            "at most \(most) cells in one plan, since each has a file of its own and all are in memory"
            + " when they are put together: make several plans")
      }
      count = product
    }
    return count
  }

  private static func predicts(_ document: JSONValue?) throws(DefinitionError) -> Bool {
    switch document {
    case nil, .null?: return false
    case .bool(let flag)?: return flag
    case .some(let other):
      throw DefinitionError(field: "predict", value: other.text, allowed: "true or false")
    }
  }
}
