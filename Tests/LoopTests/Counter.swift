import Synchronization

/// A sum that several threads add to.
final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  var total: Int { value.load(ordering: .relaxed) }
  func add(_ amount: Int) { value.add(amount, ordering: .relaxed) }
}
