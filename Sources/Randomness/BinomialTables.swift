import Synchronization

/// Variates of Binomial(n, j/n) for every j = 0…n, each from one 64-bit word and a look-up.
///
/// They are the laws of the next generation in a Wright–Fisher chain with population n. A table is made when
/// it is first needed, and then serves all threads; that of j serves n − j, too. Which thread makes it leaves no
/// trace.
///
/// The probability of a variate differs from `P(k)` by at most `2⁻⁴⁰ P(k) + 2⁻⁵⁵`. All tables together
/// take 8 n^1.5 bytes: ¼ MB at n = 1000, 3 MB at ``maximumTrials``.
public final class BinomialTables: Sendable {
  /// The largest n, 5000: beyond, tables leave a processor's cache, and take as long to make as many variates do
  /// without them.
  public static let maximumTrials = 5000

  /// How to get at the tables; of use as long as they are.
  public let reader: Reader

  /// The tables of n = `trials` trials, from 1 to ``maximumTrials``; other numbers stop the program.
  public init(trials: Int) {
    precondition(
      trials >= 1 && trials <= Self.maximumTrials, "tables are for 1…\(Self.maximumTrials) trials")
    let (rows, width) = (trials / 2 + 1, BinomialRow.width(trials: trials))
    let states = UnsafeMutablePointer<Atomic<Int>>.allocate(capacity: rows)
    for j in 0..<rows { (states + j).initialize(to: Atomic(0)) }
    // Not initialised: what no table comes to is never touched.
    let columns = UnsafeMutablePointer<AliasTable.LeadingBits>.allocate(capacity: rows * width)
    reader = Reader(trials: trials, width: UInt64(width), states: states, columns: columns)
  }

  deinit {
    reader.states.deinitialize(count: reader.trials / 2 + 1)
    reader.states.deallocate()
    reader.columns.deallocate()
  }

  /// The tables without their owner, which a loop would retain and release in every generation.
  @frozen
  public struct Reader: @unchecked Sendable {
    /// n.
    public let trials: Int
    @usableFromInline let width: UInt64
    /// For each j ≤ n/2: ``isMissing``, then ``isBeingMade``, then ``isMade`` and the first outcome.
    @usableFromInline let states: UnsafeMutablePointer<Atomic<Int>>
    /// Written by the one thread that has said that it makes the table; read by none before it is made.
    @usableFromInline let columns: UnsafeMutablePointer<AliasTable.LeadingBits>

    @inlinable static var isMissing: Int { 0 }
    @inlinable static var isBeingMade: Int { 1 }
    @inlinable static var isMade: Int { 2 }

    init(
      trials: Int, width: UInt64, states: UnsafeMutablePointer<Atomic<Int>>,
      columns: UnsafeMutablePointer<AliasTable.LeadingBits>
    ) {
      (self.trials, self.width, self.states, self.columns) = (trials, width, states, columns)
    }

    /// A variate of Binomial(n, j/n).
    ///
    /// - Parameters:
    ///   - successes: j, from 0 to n; other numbers stop the program.
    ///   - word: 64 random bits.
    @inlinable
    public func draw(at successes: Int, word: UInt64) -> Int {
      successes > trials &- successes
        ? trials &- draw(atRarer: trials &- successes, word: word)
        : draw(atRarer: successes, word: word)
    }

    /// The same for j ≤ n/2.
    @inlinable @inline(__always)
    public func draw(atRarer successes: Int, word: UInt64) -> Int {
      precondition(
        successes >= 0 && successes <= trials &- successes, "a count up to n/2 is needed")
      let state = states[successes].load(ordering: .acquiring)
      if state >= Self.isMade {
        let row = columns + successes &* Int(truncatingIfNeeded: width)
        let column = AliasTable.outcome(of: word, row, width: width)
        // Neither undecided nor the last, which stands for all far outcomes.
        if UInt(bitPattern: column) < width &- 1 { return state &- Self.isMade &+ column }
      }
      return rareDraw(successes, word)
    }

    /// The variate of a word that needs more than the table has, and the table where there is none yet.
    @usableFromInline @inline(never)
    func rareDraw(_ successes: Int, _ word: UInt64) -> Int {
      guard successes > 0 else { return 0 }
      let law = BinomialRow(trials: trials, mode: successes)
      return withUnsafeTemporaryAllocation(of: AliasTable.Column.self, capacity: law.width) {
        law.make(in: $0)
        keep($0, successes, first: law.near.lowerBound)
        let column = AliasTable.outcome(of: word, $0)
        return column < law.width - 1
          ? law.near.lowerBound + column
          : law.farOutcome(at: AliasTable.position(of: word, inLastOf: $0))
      }
    }

    /// Keeps a table, unless there is one, or another thread is about to keep the same.
    private func keep(
      _ table: UnsafeMutableBufferPointer<AliasTable.Column>, _ successes: Int, first: Int
    ) {
      let state = states + successes
      guard
        state.pointee.compareExchange(
          expected: Self.isMissing, desired: Self.isBeingMade, ordering: .relaxed
        ).exchanged
      else { return }
      let row = columns + successes * table.count
      for (index, column) in table.enumerated() {
        (row + index).initialize(to: AliasTable.leadingBits(of: column))
      }
      state.pointee.store(Self.isMade + first, ordering: .releasing)
    }
  }
}
