import Randomness
import Synchronization

/// The real rows in a random order that a replicate has, and in another one each time all were used.
final class ShuffledRows: Sendable {
  private let count: Int
  private let streams: ReplicateStreams
  /// Orders as far as they are known, by how often the rows were used up before.
  private let orders = Mutex<[Int: [Int]]>([:])

  init(count: Int, streams: ReplicateStreams) { (self.count, self.streams) = (count, streams) }

  /// The row at a place, from 0 on without an end.
  subscript(place: Int) -> Int {
    let (round, rest) = place.quotientAndRemainder(dividingBy: count)
    return orders.withLock { orders in
      if let order = orders[round] { return order[rest] }
      var order = Array(0..<count)
      var stream = streams.generation(round).stream(for: .external)
      order.shuffle(with: &stream)
      // Going back happens only once, when a run goes on.
      if orders.count > 2 { orders.removeAll() }
      orders[round] = order
      return order[rest]
    }
  }

  /// The rows at the first places.
  func first(_ count: Int) -> [Int] { (0..<count).map { self[$0] } }
}

extension Array {
  /// Fisher and Yates' shuffle, the same in every version of the standard library.
  fileprivate mutating func shuffle(with generator: inout RandomStream) {
    for i in indices.dropLast() { swapAt(i, i + generator.nextIndex(below: count - i)) }
  }
}
