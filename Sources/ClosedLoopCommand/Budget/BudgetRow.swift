import Documents
import Theory

/// What one number of real points keeps, at one weight.
struct BudgetRow: Sendable {
  let share: AnchoredShare
  let absence: AnchoredShare.Absence
  /// Whether it is worked out in a generation, too.
  let generation: Int?
  let absenceThen: Double?
  /// D.
  let parameters: Int
  let divergence: Double?

  init(
    _ budget: RealDataBudget, points: Int, minority: Double, parameters: Int, generation: Int?
  ) {
    let share = budget.share(points: points, truth: minority)
    self.share = share
    absence = share.absence
    self.generation = generation
    absenceThen = generation.flatMap { share.absence(after: $0)?.probability }
    self.parameters = parameters
    divergence = share.meanDivergence
  }

  /// `K = 5`, and the weight where it is not 1.
  var title: String {
    "K = \(share.points)"
      + (share.weight == 1 ? "" : ", \(BudgetWords.rounded(share.weight)) each")
  }

  /// A number of the table: what it is called there and for people, and whether it is exact.
  struct Entry {
    let column: String
    let name: String
    let kind: String
    let cell: Table.Cell
  }

  /// The numbers, in the order of the table.
  var entries: [Entry] {
    let exact = "exact"
    let p = BudgetWords.share(share.truth)
    var entries = [
      Entry(column: "samples", name: "", kind: "given", cell: .integer(share.samples)),
      Entry(column: "external", name: "", kind: "given", cell: .integer(share.points)),
      Entry(
        column: "weight", name: "weight of a real point", kind: "chosen",
        cell: .number(share.weight)),
      Entry(
        column: "real_share", name: "share of real points", kind: exact,
        cell: .number(share.realShare)),
      Entry(
        column: "relaxation_time", name: "relaxation time", kind: exact,
        cell: .number(share.relaxationTime)),
      Entry(
        column: "diversity", name: "diversity kept", kind: exact, cell: .number(share.diversity)),
      Entry(
        column: "effective_symbols", name: "effective symbols at most", kind: exact,
        cell: .number(share.effectiveSymbols)),
      Entry(
        column: "noise_from_points", name: "noise of real points", kind: exact,
        cell: .number(share.noiseFromPoints)),
      Entry(column: "minority", name: "", kind: "given", cell: .number(share.truth)),
      Entry(
        column: "absent", name: "\(p) minority absent",
        kind: absence.isExact ? exact : "to 1e-5", cell: .number(absence.probability)),
    ]
    if let generation {
      entries += [
        Entry(column: "generation", name: "", kind: "given", cell: .integer(generation)),
        Entry(
          column: "diversity_then", name: "diversity at t = \(generation)", kind: exact,
          cell: .number(share.diversity(after: generation))),
        Entry(
          column: "absent_then", name: "\(p) absent at t = \(generation)", kind: exact,
          cell: absenceThen.map(Table.Cell.number) ?? "none"),
      ]
    }
    return entries + divergences
  }

  private var divergences: [Entry] {
    // Of points that count once.
    let limit = PriceOfPoints.limit(parameters: parameters, points: Double(share.points))
    return [
      Entry(column: "parameters", name: "", kind: "given", cell: .integer(parameters)),
      Entry(
        column: "divergence_limit", name: "divergence, D/(2K)", kind: "limit",
        cell: share.weight == 1 ? .number(limit) : "none"),
      Entry(
        column: "divergence_corrected", name: "the same at this M", kind: "limit",
        cell: .number(share.price(parameters: parameters))),
      Entry(
        column: "kl_model_truth", name: "D(model|truth) of it",
        kind: "exact",
        cell: divergence.map(Table.Cell.number) ?? "none"),
    ]
  }
}
