import Randomness

/// Digits to learn from, with one class made rare, and digits held out.
package struct DigitSplit: Sendable {
  /// The truth: each of these is equally likely.
  package let truth: [Digit]
  /// Digits that no model learns from, all classes alike.
  package let heldOut: [Digit]
  /// The class that is rare in the truth.
  package let rareClass: Int

  /// Shuffles all digits, holds out the last of them, and thins one class among the others.
  ///
  /// - Parameters:
  ///   - training: how many are not held out.
  ///   - rareClass: the class to thin.
  ///   - rareShare: its share of the truth afterwards; at least one of it stays.
  ///   - key: of the stream that shuffles.
  package init(training: Int, rareClass: Int, rareShare: Double, key: StreamKey) {
    precondition((1..<Digit.all.count).contains(training), "digits are needed on both sides")
    var stream = RandomStream(key: key, purpose: .choice)
    var shuffled = Digit.all
    for last in stride(from: shuffled.count - 1, to: 0, by: -1) {
      shuffled.swapAt(last, stream.nextIndex(below: last + 1))
    }
    let others = shuffled[..<training].count { $0.label != rareClass }
    var kept = max(1, Int((rareShare / (1 - rareShare) * Double(others)).rounded()))
    truth = shuffled[..<training].filter { digit in
      guard digit.label == rareClass else { return true }
      kept -= 1
      return kept >= 0
    }
    heldOut = Array(shuffled[training...])
    self.rareClass = rareClass
  }
}
