import Documents

/// What both experiments with handwritten digits have in common: the truth, the policies, what is recorded.
package struct DigitLoopDefinition: FieldGroup {
  @Field("Digits that are not held out.", in: 100...1796)
  package var training = 1500
  @Field("The class that is made rare in the truth.", in: 0...9) package var rareClass = 0
  @Field("Its share of the truth.", in: 0.001...0.5) package var rareShare = 0.02
  @Field("M.", in: 2...100_000) package var samples = 200
  @Field("m of the policy with few fresh digits.", in: 1...1000) package var few = 1
  @Field("m of the policy with many.", in: 1...100_000) package var many = 20
  @Field("How long each run is.", in: 1...100_000) package var generations = 600
  @Field("Runs of each policy.", in: 2...1000) package var replicates = 6
  @Field("Every so many generations, and at those shown, a row is written.", in: 1...100_000)
  package var recordEvery = 20
  @Field("Generations whose pictures are shown, from the first run.", in: 0...100_000)
  package var shown = [0, 10, 50, 200, 600]
  @Field("Pictures shown of each.", in: 1...24) package var pictures = 6
  @Field(
    "Loops simulated for each test when the runs are diagnosed from their pixels.", in: 39...9999)
  package var simulatedLoops = 99

  /// Enough to see the shape.
  static var quick: Self {
    var definition = Self()
    (definition.samples, definition.many, definition.generations) = (30, 3, 60)
    (definition.replicates, definition.shown, definition.recordEvery) = (2, [0, 5, 20, 60], 5)
    definition.simulatedLoops = 39
    return definition
  }

  /// Generations with a row, in order.
  var recorded: [Int] {
    let shown = shown.filter { $0 <= generations }
    return Set(stride(from: 0, through: generations, by: recordEvery) + shown + [1]).sorted()
  }
}
