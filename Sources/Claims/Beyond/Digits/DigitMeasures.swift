import Machines

/// What is measured on the pictures of one generation of one run.
struct DigitMeasures: Sendable {
  /// `Σ p(1 − p)` over pixels, without bias, in units of the truth's.
  let variance: Double
  /// Mean squared distance of the pictures' pixel means from the training set's, in units of what independent
  /// draws with the right means leave: 1 if the fit is perfect.
  let misfit: Double
  /// How many classes there are among the pictures.
  let classes: Double
  /// The share of the rare class.
  let rare: Double
  /// Pixels that never change.
  let fixed: Double

  init(
    _ pictures: [UInt64], trainedOn data: [UInt64], fixed: FixedPixels, truth: [Double],
    classifier: ClassMeans, rareClass: Int
  ) {
    let count = Double(pictures.count)
    func total(_ means: [Double]) -> Double { means.reduce(0) { $0 + $1 * (1 - $1) } }
    let (means, wanted) = (bitMeans(pictures), bitMeans(data))
    variance = total(means) * count / (count - 1) / total(truth)
    let distance = zip(means, wanted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let expected = total(wanted) / count
    misfit = expected > 0 ? distance / expected : .nan
    let labels = pictures.map(classifier.label)
    classes = Double(Set(labels).count)
    rare = Double(labels.count { $0 == rareClass }) / count
    self.fixed = Double(fixed.all.nonzeroBitCount)
  }
}
