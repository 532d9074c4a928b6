/// Settings under which an experiment writes all its tables, and simulates in each, in a moment.
///
/// They start from the quick definition. Generations are no multiple of the chains.
public enum SmallDefinitions {
  /// `name=value` each, by experiment.
  public static let settings: [String: [String]] = [
    "fig1": [
      // Far beyond any run's end, and soon reached by a program whose runs have none.
      "generations=20000", "samples=10", "a.trajectories=2", "b.replicates=20", "b.steps=40",
      "c.replicates=10",
      "d.spins=6",
    ],
    "fig2": [
      "generations=200", "chains=3", "burnIn=10", "bins=8", "samples=20", "ii.samples=20,50",
    ],
    "fig3": ["generations=200", "chains=3", "burnIn=10", "samples=20"],
    "fixed-anchor": [
      "generations=200", "chains=3", "burnIn=10", "samples=6", "binSteps=2", "replicates=40",
      "generationsShown=80",
    ],
    "rem": ["spins=6", "samples=10", "replicates=20", "generationsShown=30"],
    "equation-of-motion": ["samples=100", "replicates=40", "grid=2", "values=2"],
    "entropy": ["samples=20", "replicates=20", "steps=4", "symbols=2,3"],
    "families": [
      "samples=10", "generationsShown=40", "replicates=20", "covarianceReplicates=4", "steps=4",
    ],
    "coordinates": ["samples=10", "replicates=20", "steps=4"],
    "dose": [
      "samples=10", "replicates=5", "external=2,4", "exactSamples=3,10", "exactExternal=1,2",
    ],
    "tails": ["symbols=12", "samples=10", "replicates=20", "timeShown=3"],
    "remedies": ["replicates=20", "generations=30", "manySamples=20", "moreSamples=12"],
    "errors": ["samples=5", "replicates=20", "generationsShown=30", "perDecade=4"],
    "blur": ["samples=4", "replicates=20", "generationsShown=20", "perDecade=3", "steps=2"],
    "libraries": [
      "floorSamples=4", "floorReplicates=20", "kernelSamples=4", "kernelReplicates=4",
      "kernelGenerations=12", "poolGenerations=6", "smoothingSamples=5", "smoothingReplicates=20",
      "squaredSamples=4,6", "squaredReplicates=10",
    ],
    "accumulate": ["samples=4", "replicates=20", "generations=12", "gaussianGenerations=6"],
    "weights": [
      "samples=3,4", "replicates=20", "generations=40", "timeSamples=2,4", "timeReplicates=20",
      "largestSamples=5",
    ],
    "machines": [
      "visible=3", "hidden=0,2", "hiddenShown=2", "truthHidden=2", "samples=5", "moreSamples=6",
      "replicates=4", "largeUnits=4", "largeReplicates=2", "timeShown=2", "steps=3",
    ],
    "digits-machine": [
      "samples=6", "many=2", "generations=12", "recordEvery=5", "shown=0,4", "pictures=2",
      "replicates=2", "updates=4", "chains=8", "batch=8", "sweeps=2", "simulatedLoops=39",
    ],
    "digits-network": [
      "samples=6", "many=2", "generations=12", "recordEvery=5", "shown=0,4", "pictures=2",
      "replicates=2", "updates=4", "batch=8", "most=20", "simulatedLoops=39",
    ],
    "infinite-synthetic": [
      "generations=200", "chains=3", "samples=4,20", "exactSamples=3,8", "steps=10",
    ],
  ]
}
