import Claims
import Documents
import Foundation
import Loop
import Simulation
import Testing
import _TestSupport

/// What holds for every experiment.
@Suite(.inTurn(.other)) struct ExperimentTests {
  static let ids = allExperiments.map { $0.id }

  /// Columns of both experiments with handwritten digits.
  private static let digits =
    "policy,samples,external,generation,variance,variance_error,variance_exact,misfit,misfit_error,"
    + "classes,classes_error,fixed,fixed_error,rare,rare_error,rare_left,rare_left_error"

  /// Every table of every experiment, and its header.
  static let headers = [
    "fig1": [
      "fig1a": "trajectory,generation,magnetisation,field",
      "fig1b": "spins,samples,scaled_time,cdf",
      "fig1b-limit": "scaled_time,cdf",
      "fig1b-exact": "population,scaled_time,cdf",
      "fig1b-mean": "spins,samples,population,exact,measured,standard_error,limit,distance",
      "fig1c": "samples,start,probability,lower,upper",
      "fig1d": "start,final",
      "fig1d-mean": "final,mean_start,count",
    ],
    "fig2": [
      "fig2a": "case,samples,theta,density,standard_error,limit",
      "fig2b": "case,samples,theta,density,standard_error,limit",
      "fig2-limit": "case,parameter,theta,density",
      "fig2-moments": "case,samples,parameter,mean,mean_error,variance,variance_error,limit_mean,"
        + "limit_variance",
      "fig2a-exact": "samples,theta,exact,limit",
      "fig2-distance": "samples,distance,scaled",
    ],
    "fig3": [
      "fig3": "truth,rate,value,density,standard_error,exact,limit",
      "fig3-limit": "truth,rate,value,density",
      "fig3-distance": "truth,rate,samples,distance",
      "fig3-summary": "truth,rate,atom,atom_error,atom_exact,mean,mean_error,mean_exact,variance,"
        + "variance_error,variance_exact",
    ],
    "fixed-anchor": [
      "fixed-anchor": "source,anchor,value,density,standard_error,exact,limit",
      "fixed-anchor-trajectories": "source,anchor,generation,magnetisation",
      "fixed-anchor-collapsed": "source,anchor,generation,fraction,lower,upper,exact",
    ],
    "infinite-synthetic": [
      "infinite-synthetic": "samples,value,closed,standard_error,open,limit",
      "infinite-synthetic-distance":
        "samples,distance,variance,variance_distance,open_variance",
      "infinite-synthetic-measured": "samples,variance,variance_error,distance",
    ],
    "rem": [
      "rem": "temperature,generation,support,standard_error,exact",
      "rem-final": "temperature,frequency,probability,standard_error,cases",
    ],
    "equation-of-motion": [
      "equation-of-motion": "case,theta1,theta2,drift1,drift1_error,drift2,drift2_error,predicted1,"
        + "predicted2,variance1,covariance,variance2,predicted_variance1,predicted_covariance,"
        + "predicted_variance2",
      "equation-of-motion-ellipse":
        "case,point,theta1,theta2,measured1,measured2,predicted1,predicted2",
      "equation-of-motion-line":
        "case,theta,drift,drift_error,predicted,variance,predicted_variance",
    ],
    "entropy": [
      "entropy": "family,parameters,time,change,standard_error,exact,predicted,printed",
      "entropy-discrete": "symbols,parameters,time,entropy,standard_error,exact,predicted,printed",
    ],
    "coordinates": [
      "coordinates": "coordinate,value,distribution,standard_error,exact",
      "coordinates-alive": "coordinate,time,alive,lower,upper,exact",
    ],
    "dose": [
      "dose": "family,parameters,points,forward,forward_error,reverse,reverse_error,sum,sum_error,"
        + "predicted",
      "dose-approach": "family,points,samples,ratio",
      "dose-variance": "quadratic,points,samples,ratio",
    ],
    "tails": [
      "tails": "generation,rank,left,lower,upper,exact",
      "tails-metrics": "generation,symbols,symbols_error,symbols_exact,entropy,entropy_error,"
        + "entropy_exact,cross_entropy,cross_entropy_error,cross_entropy_exact,minority,"
        + "minority_error,minority_exact,minority_left,lower,upper,exact,complete",
    ],
    "remedies": [
      "remedies": "row,remedy,detail,lives,samples,generation,variance,variance_error,"
        + "variance_exact,distance,distance_error,distance_exact,alive,lower,upper"
    ],
    "errors": [
      "errors": "family,fit,generation,divergence,standard_error,exact,samples",
      "errors-expected": "family,fit,generation,divergence,exact,truth_divergence",
      "errors-alike": "family,fit,generation,alike,lower,upper,exact",
      "errors-gaussian": "fit,generation,variance,standard_error,exact",
    ],
    "blur": [
      "blur": "fresh,generation,error,error_error,error_exact,overlap,overlap_error,overlap_exact,"
        + "error_limit",
      "blur-end": "features,difference,same,lower,upper,exact",
      "blur-end-exact": "features,difference,same",
    ],
    "families": [
      "families-extinction": "count,generation,fraction,lower,upper,exact",
      "families-scale": "family,time,mean_log,standard_error,exact,log_mean,log_mean_exact",
      "families-eigenvalues": "index,time,mean_log,standard_error,limit",
    ],
    "libraries": [
      "libraries-floor": "divisor,multiple,probability,lower,upper,exact,limit",
      "libraries-kernel": "bandwidth,generation,mean,standard_error,median,exact",
      "libraries-smoothing": "constant,share,density,standard_error,exact,limit",
      "libraries-squared": "samples,start,probability,lower,upper,exact",
    ],
    "accumulate": [
      "accumulate": "policy,generation,fraction,standard_error,exact,limit",
      "accumulate-gaussian": "policy,generation,variance,standard_error,exact,limit",
    ],
    "machines": [
      "machines-units": "fit,visible,hidden,samples,time,variance,standard_error,exact",
      "machines-dead":
        "policy,time,dead,lower,upper,exact,collapsed,collapsed_lower,collapsed_upper",
      "machines-joint":
        "policy,time,entropy,entropy_error,divergence,divergence_error,entropy_truth",
    ],
    "weights": [
      "weights-alive": "weights,samples,generation,alive,lower,upper,exact",
      "weights-time": "weights,samples,time",
      "weights-time-measured": "weights,samples,time,standard_error,exact",
    ],
    "digits-machine": [
      "digits-machine": digits,
      "digits-machine-pictures": "policy,generation,picture,row,first,last",
    ].merging(digitDiagnosis("digits-machine")) { first, _ in first },
    "digits-network": [
      "digits-network": digits
        + ",first,first_error,entropy,entropy_error,likelihood,likelihood_error,rare_likelihood,"
        + "rare_likelihood_error,possible,possible_error",
      "digits-network-pictures": "policy,generation,picture,row,first,last",
    ].merging(digitDiagnosis("digits-network")) { first, _ in first },
  ]

  /// What the pixels of runs tell, and generations as files.
  private static func digitDiagnosis(_ id: String) -> [String: String] {
    var headers = [
      "\(id)-diagnosis":
        "policy,samples,external,replicate,verdict,points,points_lower,points_upper,"
        + "size,size_lower,size_upper,pixels,closed,anchored,drifting_faster,drifting_slower,"
        + "pulled_elsewhere,too_little_data"
    ]
    for name in ["truth", "replace", "few", "many", "accumulate"] {
      headers["\(id)-generations-\(name)"] = "generation,column,value,count"
    }
    return headers
  }

  /// Tables that hold nothing random.
  static let theory: Set = [
    "fig1b-limit", "fig1b-exact", "fig2-limit", "fig2a-exact", "fig2-distance", "fig3-limit",
    "fig3-distance", "infinite-synthetic-distance", "dose-approach", "dose-variance",
    "errors-expected", "blur-end-exact", "weights-time",
  ]

  @Test func everyExperimentIsTestedHere() {
    #expect(Set(SmallDefinitions.settings.keys) == Set(Self.ids))
    #expect(Set(Self.headers.keys) == Set(Self.ids))
  }

  @Test(arguments: ids)
  func columnsAreAsPromised(id: String) throws {
    let tables = try SmallRuns.standard(id)
    #expect(tables.mapValues { $0.columns.joined(separator: ",") } == Self.headers[id])
    #expect(tables.values.allSatisfy { !$0.rows.isEmpty })
  }

  /// The same definition gives the same bytes on any number of threads; another seed, other ones
  /// wherever there is chance.
  @Test(arguments: ids)
  func threadsLeaveNoTraceAndSeedsDo(id: String) throws {
    // As bytes: NaN is not equal to itself.
    let one = try SmallRuns.tables(id, threads: 1).mapValues(\.csv)
    #expect(try SmallRuns.tables(id, threads: 3).mapValues(\.csv) == one)
    let changed = try SmallRuns.tables(id, seed: 4).mapValues(\.csv)
    for name in one.keys {
      #expect((changed[name] == one[name]) == Self.theory.contains(name), "\(name)")
    }
  }

  /// What is announced as work is done in the end.
  @Test(arguments: ids)
  func theMeterEndsFull(id: String) throws {
    let meter = WorkMeter()
    _ = try SmallRuns.tables(id, meter: meter)
    #expect(meter.fraction > 0.99)
  }

  @Test(arguments: ids)
  func builtInDefinitionsAreValidAndSurviveJSON(id: String) throws {
    func check<E: Experiment>(_ experiment: E.Type) throws {
      for scale in Scale.allCases {
        let definition = E.definition(scale)
        #expect(definition.json.hasSuffix("}\n"))
        let document = try JSONValue(json: definition.json)
        #expect(try E.definition(from: document, scale: .quick) == definition)
      }
    }
    let experiment = allExperiments.first { $0.id == id }!
    try check(experiment)
  }
}
