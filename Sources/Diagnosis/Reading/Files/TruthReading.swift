import Dispatch
import Synchronization

/// Reads the real data, which make the symbols.
struct TruthReading {
  let file: String
  /// Where the real data are the first generation of a file with more.
  let first: GenerationColumn?
  let columns: [String]
  let generations: Int
  let options: GenerationFiles.Options

  /// - Returns: the number of rows, and a counter for each column that knows the real data.
  func read() throws(ReadingError) -> (rows: Int, counters: [ColumnCounter]) {
    let missing = MissingWords(options.missing)
    let search = QuantileSearch(
      sample: options.sample ?? max(16_384, min(131_072, 16_000_000 / max(1, columns.count))),
      capacity: options.capacity ?? max(4096, min(65_536, 2_400_000 / max(1, columns.count))))
    let most = mostValues
    let scans = columns.map { _ in
      KindScan(
        levels: options.levels, missing: missing, search: search,
        values: ValueCounter(generations: generations + 1, most: most))
    }
    let rows = try sweep(scans)
    try RowsReading.require(rows, in: file)

    var counters = zip(columns, scans).map { name, scan in
      ColumnCounter(
        column: name, scan: scan, file: file, generations: generations, most: most, missing: missing
      )
    }
    // Values of a column that looked like one of numbers are counted in the next reading.
    var values = zip(counters, scans).map { $1.values == nil ? $0.consumer as? ValueCounter : nil }
    var searches = scans.map { $0.kind == .numbers ? $0.search : nil }
    while true {
      let open = step(&searches, of: scans)
      if open.isEmpty, values.allSatisfy({ $0 == nil }) { break }
      let consumers: [(any ColumnConsumer)?] = columns.indices.map { k in
        if let search = searches[k], open.contains(k) {
          return QuantileScan(search: search, missing: missing, hasDates: scans[k].hasDates)
        }
        return values[k]
      }
      // The samples belong to who fills them.
      for k in open { searches[k] = nil }
      _ = try sweep(consumers)
      for (k, consumer) in consumers.enumerated() {
        if let scan = consumer as? QuantileScan { searches[k] = scan.search }
      }
      values = values.map { _ in nil }
    }
    for k in columns.indices {
      if let search = searches[k], let quantiles = Quantiles(search.found, of: scans[k].numbers) {
        counters[k].setQuantiles(quantiles)
      }
    }
    return (rows, counters)
  }

  /// Takes a step of each search, and returns the places of those that are not at their end.
  ///
  /// Samples are sorted in it, which takes as long as much of the reading: all threads work.
  private func step(_ searches: inout [QuantileSearch?], of scans: [KindScan]) -> [Int] {
    let ranks = scans.map { Quantiles.ranks(of: $0.numbers) ?? [] }
    var isOpen = searches.map { _ in false }
    let count = searches.count
    let next = Atomic<Int>(0)
    searches.withUnsafeMutableBufferPointer { searches in
      isOpen.withUnsafeMutableBufferPointer { isOpen in
        // Each place is written by one thread.
        nonisolated(unsafe) let (searches, isOpen) = (searches, isOpen)
        DispatchQueue.concurrentPerform(iterations: max(1, options.threads)) { _ in
          while true {
            let k = next.add(1, ordering: .relaxed).oldValue
            if k >= count { return }
            isOpen[k] = searches[k]?.step(ranks: ranks[k]) == false
          }
        }
      }
    }
    return isOpen.indices.filter { isOpen[$0] }
  }

  /// How many distinct values a column may have.
  private var mostValues: Int {
    let width = max(1, columns.count)
    let all = min(2_000_000 / width, 10_000_000 / (width * (generations + 1)))
    return min(options.mostValues, max(1000, all))
  }

  private func sweep(_ consumers: [(any ColumnConsumer)?]) throws(ReadingError) -> Int {
    let scanner = try RecordScanner(path: file, settings: options.settings)
    var readers: [FileSweep.Reader] = []
    for (name, consumer) in zip(columns, consumers) {
      guard let consumer else { continue }
      readers.append(
        FileSweep.Reader(column: try scanner.place(of: name, in: file), consumer: consumer))
    }
    var rows = 0
    _ = try FileSweep(
      scanner: scanner, readers: readers, threads: max(1, options.threads), chunk: options.chunk
    ).run { (block) throws(ReadingError) in
      if let first {
        try first.assign(block)
        block.runs.removeAll { $0.generation > 0 }
      } else {
        block.runs = [RecordBlock.Run(rows: 0..<block.rows, generation: 0)]
      }
      rows += block.runs.reduce(0) { $0 + $1.rows.count }
    }
    return rows
  }
}

extension GenerationFiles.Options {
  /// How files are cut into cells.
  var settings: RecordScanner.Settings {
    RecordScanner.Settings(delimiter: delimiter.byte, chunk: max(1, chunk))
  }
}
