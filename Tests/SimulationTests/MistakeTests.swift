import Claims
import Documents
import Simulation
import Testing

/// What does not make sense is refused before anything runs, and what leaves double precision is named.
@Suite struct MistakeTests {
  /// A common mistake in each field is answered by the field, the value and what is allowed.
  @Test(
    arguments: [
      ([], "family = nothing is not allowed: use one of binomial"),
      ([("family", "nromal")], #"family.kind = "nromal""#),
      ([("family", "posson")], "did you mean poisson?"),
      ([("family", "ising")], "did you mean coupled-spins, or table,ising=3"),
      ([("family", "binomial"), ("truth", "probabilty=0.3")], "did you mean probability?"),
      ([("family", "binomial"), ("truth", "p=0.3")], "did you mean probability?"),
      ([("family", "poisson"), ("truth", "means=1")], "did you mean mean?"),
      ([("family", "categorical"), ("truth", "zip=1")], "did you mean zipf?"),
      (
        [("family", "binomial"), ("truth", "0.3")],
        "use name=value with one of the fields mean, natural, probability"
      ),
      ([("family", "poisson"), ("policy", "acumulate")], "did you mean accumulate?"),
      ([("family", "poisson"), ("policy", "external,cuont=2")], "did you mean count?"),
      ([("family", "poisson"), ("start", "truht")], "did you mean truth?"),
      ([("family", "poisson"), ("start", "sampel=3")], "did you mean sample?"),
      ([("family", "poisson"), ("record", "evry=3")], "did you mean every?"),
      ([("family", "gaussian"), ("fault", "reusedseed")], "did you mean reused-seed?"),
      ([("family", "binomial"), ("estimator", "map"), ("prior", "jefreys")], "mean jeffreys?"),
      ([("family", "poisson"), ("stop", "absorbd")], "did you mean absorbed?"),
      (
        [("family", "categorical"), ("truth", "probabilities=0.2:0.8")],
        "a list of 10 numbers, or 2 with the family categorical,symbols=2"
      ),
      ([("family", "binomial,trials=0")], "family.trials = 0"),
      ([("family", "binomial,size=2")], "family.size = 2 is not allowed: use one of the fields"),
      ([("family", "poisson"), ("truth", "rate=-1")], "truth.rate = -1"),
      ([("family", "poisson"), ("truth", "rate=0")], "truth = a model on the boundary"),
      ([("family", "poisson"), ("truth", "mean=1:2")], "truth.mean = a list of 2"),
      ([("family", "gaussian"), ("truth", "mean=1:0.5")], "truth.mean = 1, 0.5"),
      ([("family", "categorical"), ("truth", "probabilities=0.5:0.5")], "a list of 10 numbers"),
      ([("family", "categorical,symbols=2"), ("truth", "probabilities=0.5:0.6")], "sum to 1"),
      ([("family", "poisson"), ("samples", "0")], "samples = 0"),
      ([("family", "poisson"), ("samples", "2.5")], "samples = 2.5"),
      ([("family", "poisson"), ("samples", "1e18")], "samples = 1e+18"),
      (
        [("family", "poisson"), ("truth", "rate=1e9"), ("samples", "100000000")], "at most 4503599"
      ),
      ([("family", "coupled-spins,spins=1000"), ("samples", "1000000000000")], "stay exact"),
      ([("family", "gaussian"), ("samples", "1")], "samples = 1 is not allowed: use at least 2"),
      ([("family", "poisson"), ("policy", "external,count=-1")], "policy.count = -1"),
      ([("family", "poisson"), ("policy", "external,count=1,fraction=0.5")], "one of the two"),
      ([("family", "poisson"), ("policy", "external,fraction=1")], "policy.fraction = 1"),
      (
        [("family", "poisson"), ("policy", "external,fraction=1e-9")],
        "0.0 (0 points) and 0.009900990099009901"
      ),
      (
        [("family", "poisson"), ("policy", "external,fraction=0.015")],
        "policy.fraction = 0.015 is not allowed: use a share m/(M + m) of whole points beside M = 100,"
          + " the nearest being 0.009900990099009901 (1 point) and 0.0196078431372549 (2 points),"
          + " or give their count"
      ),
      (
        [
          ("family", "poisson"), ("samples", "1000000000000"),
          ("policy", "external,fraction=0.9999"),
        ],
        "10^15 points"
      ),
      ([("family", "poisson"), ("policy", "external,impurity=2")], "policy.impurity = 2"),
      (
        [("family", "poisson"), ("policy", "external,source=fixed,statistic=-1")],
        "policy.statistic"
      ),
      ([("family", "poisson"), ("policy", "replace,count=1")], "policy.count = 1"),
      ([("family", "poisson"), ("policy", "weights")], "policy.tilt = nothing"),
      ([("family", "poisson"), ("policy", "weights,tilt=1,oracle=true")], "not both"),
      ([("family", "poisson"), ("policy", "hoard")], #"policy.kind = "hoard""#),
      (
        [("family", "poisson"), ("policy", "subsample"), ("samples", "1000000")],
        "samples × generations = 1000000000"
      ),
      ([("family", "poisson"), ("estimator", "best")], #"estimator.kind = "best""#),
      ([("family", "poisson"), ("prior", "gaussian")], "the estimator map or posterior"),
      ([("family", "poisson"), ("estimator", "map"), ("prior", "beta")], #"prior.kind = "beta""#),
      (
        [("family", "poisson"), ("estimator", "map"), ("prior", "gaussian,variance=0")],
        "prior.variance = 0"
      ),
      (
        [("family", "gaussian"), ("estimator", "map"), ("prior", "gaussian,coordinate=mean")],
        "prior.coordinate = mean"
      ),
      (
        [("family", "poisson"), ("estimator", "posterior"), ("prior", "gaussian")],
        "flat, conjugate"
      ),
      ([("family", "coupled-spins"), ("estimator", "posterior")], "cannot be drawn from"),
      (
        [("family", "poisson"), ("fault", "jittered-variance")], "a family with a free variance"
      ),
      ([("family", "poisson"), ("record", "every=0")], "record.every = 0"),
      ([("family", "poisson"), ("record", "at=1.5")], "record.at"),
      ([("family", "poisson"), ("record", "at=2000")], "record.at = 2000"),
      ([("family", "poisson"), ("replicates", "0")], "replicates = 0"),
      ([("family", "poisson"), ("generations", "-1")], "generations = -1"),
      ([("family", "poisson"), ("stop", "never")], #"stop = "never""#),
      ([("family", "poisson"), ("stop", "absorbed"), ("policy", "external")], "absorbed for good"),
      ([("family", "poisson"), ("policy", "external,from.mean=1e300")], "policy.count = 1"),
      (
        [("family", "poisson"), ("policy", "external,count=1000000000000,from.rate=1e12")],
        "policy.count = 1000000000000"
      ),
      (
        [
          ("family", "spins,spins=1000000000"), ("samples", "1"), ("start", "sample=1000000000000"),
        ],
        "start.sample = 1000000000000"
      ),
      ([("family", "negative-binomial,size=1e9"), ("truth", "natural=-1e-300")], "truth.natural"),
      ([("family", "gamma,shape=1e9"), ("truth", "natural=-1e-300")], "truth.natural"),
      (
        [
          ("family", "gamma"), ("estimator", "posterior"),
          ("prior", "conjugate,mean=1,weight=1e305"),
        ], "prior.weight"
      ),
      (
        [
          ("family", "binomial"), ("estimator", "posterior"),
          ("prior", "beta,up=3,down=3,coordinate=mean"),
        ], "prior.coordinate = mean"
      ),
      ([("family", "gamma-shape"), ("policy", "external,count=1000000000000")], "one by one"),
      (
        [("family", "spins,spins=10000"), ("samples", "1000000"), ("policy", "weights,tilt=1")],
        "one by one"
      ),
      ([("family", "gaussian"), ("truth", "mean=1e200:1e305")], "truth.mean"),
      ([("family", "gamma-shape"), ("samples", "1000000000")], "one by one"),
      ([("family", "gaussian-vector,dimensions=51")], "family.dimensions = 51"),
      ([("family", "gaussian-vector"), ("truth", "natural=0:0:1:0:1")], "truth.natural"),
      ([("family", "gaussian-vector"), ("truth", "correlation=1")], "truth.correlation = 1"),
      ([("family", "gaussian-vector"), ("samples", "2")], "use at least 3"),
      ([("family", "table,ising=13")], "family.ising = 13"),
      ([("family", "table"), ("truth", "mean=2:0:0:0:0:0")], "truth.mean = 2, 0, 0"),
      ([("family", "poisson"), ("seed", "-1")], "seed = -1"),
      ([("family", "poisson"), ("start", "sample=0")], "start.sample = 0"),
    ] as [([(String, String)], String)])
  func mistakesAreNamed(options: [(String, String)], complaint: String) throws {
    do {
      _ = try SimulationDefinition.simulation(try SimulationTests.document(options))
      Issue.record("\(options) is accepted")
    } catch let error as DefinitionError {
      #expect("\(error)".contains(complaint), "\(error)")
    }
  }

  /// A field with a standard value can be left out, and words are known by their other names.
  @Test(
    arguments: [
      ([("family", "gaussian"), ("truth", "mean=3")], "mean=3,variance=1"),
      ([("family", "gaussian"), ("truth", "variance=3")], "mean=0,variance=3"),
      ([("family", "gamma-shape"), ("truth", "mean=2")], "mean=2,shape=1"),
      ([("family", "gamma-shape"), ("truth", "shape=2")], "mean=1,shape=2"),
      ([("family", "coupled-spins"), ("truth", "coupling=0.1")], "field=0,coupling=0.1"),
      (
        [("family", "gaussian-vector"), ("truth", "correlation=0.5")],
        "centre=0:0,variances=1:1,correlation=0.5"
      ),
    ] as [([(String, String)], String)])
  func standardValuesCanBeLeftOut(options: [(String, String)], whole: String) throws {
    let more = [("generations", "2"), ("replicates", "2"), ("samples", "5")]
    let short = try SimulationTests.run(options + more).table.csv
    #expect(try SimulationTests.run([options[0], ("truth", whole)] + more).table.csv == short)
    // The same as a start, and as the source of external points.
    for (field, form) in [("start", "%"), ("policy", "external,from.%")] {
      let given = form.replacing("%", with: options[1].1)
      let full = form.replacing("%", with: whole.replacing(",", with: form == "%" ? "," : ",from."))
      let left = try SimulationTests.run([options[0], (field, given)] + more).table.csv
      #expect(try SimulationTests.run([options[0], (field, full)] + more).table.csv == left)
    }
  }

  @Test(
    arguments: [
      ("family", "normal", "gaussian"), ("family", "Gaussian", "gaussian"),
      ("family", "bernoulli", "binomial"), ("family", "geometric", "negative-binomial"),
      ("family", "exponential", "gamma"), ("estimator", "mle", "ml"), ("estimator", "ML", "ml"),
      ("policy", "Accumulate", "accumulate"),
    ])
  func otherNamesAreKnown(field: String, other: String, name: String) throws {
    let more = [("generations", "2"), ("replicates", "2"), ("samples", "5")]
    let family = field == "family" ? [] : [("family", "gaussian")]
    #expect(
      try SimulationTests.run(family + [(field, other)] + more).table.csv
        == SimulationTests.run(family + [(field, name)] + more).table.csv)
  }

  /// A replicate that cannot go on says where it ends, and why.
  @Test(
    arguments: [
      (
        [("family", "spins"), ("estimator", "map"), ("prior", "gaussian,mean=1000,variance=1e-6")],
        1
      ),
      (
        [
          ("family", "poisson"), ("samples", "3"), ("estimator", "map"),
          ("prior", "gaussian,mean=-900,variance=1e-6"),
        ], 1
      ),
      (
        [
          ("family", "poisson"), ("estimator", "posterior"),
          ("prior", "conjugate,mean=1e17,weight=1e9"),
        ], 1
      ),
    ] as [([(String, String)], Int)])
  func replicatesThatCannotGoOnSaySo(options: [(String, String)], generation: Int) throws {
    let ended = try #require(try SimulationTests.run(options).ended, "\(options) goes on")
    #expect(ended.count == ended.replicates)
    #expect(ended.first.reason.contains("double precision"))
    #expect(ended.first.generation == generation)
  }
}
