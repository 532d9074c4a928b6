/// The probability that a correct program fails the whole test suite: at most 1e−6.
///
/// Every stochastic check takes its share from this list, by name, and derives its tolerance from
/// it; a check that is not listed does not run, and a test holds the sum against the total.
public enum FalseAlarmBudget {
  /// What the shares may add up to.
  public static let total = 1e-6

  /// Name of each stochastic check → its share, divided among its cases by the check itself.
  public static let shares: [String: Double] = [
    "uniform variates": 1e-8,
    "uniform indices": 1e-8,
    "configurations of a level": 1e-8,
    "binomial variates": 1e-7,
    "binomial tables": 1e-8,
    "loops with and without tables": 1e-8,
    "poisson variates": 1e-7,
    "sum of statistics against raw data": 1e-8,
    "poisson sum of statistics against raw data": 1e-8,
    "coupled sum of statistics against raw data": 1e-8,
    "multinomial variates": 1e-8,
    "normal and gamma variates": 1e-8,
    "relaxation of the anchored mean": 1e-8,
    "multivariate Gaussian": 1e-8,
    "properties over random instances": 5e-8,
    "laboratory predictions": 1e-8,
    "binary networks": 1e-8,
    "scales beyond double precision": 1e-8,
    "replicates that end": 1e-9,
    "intervals of diagnoses": 1e-8,
    "findings of diagnoses": 1e-8,
    "numbers of smooth models": 1e-8,
    "driven loops": 1e-8,
    // Each evaluation of a claim spends ClaimTest.falseAlarm = 2e-9; there is room for fifty claims at
    // two seeds, and for the same with one more through the command.
    "claims at two seeds": 200e-9,
    "claims of the command": 202e-9,
  ]

  /// The share of the check called `name`, for each of `cases` cases.
  public static func share(of name: String, cases: Int = 1) -> Double {
    guard let share = shares[name] else { fatalError("\(name) has no share of the budget") }
    return share / Double(cases)
  }
}
