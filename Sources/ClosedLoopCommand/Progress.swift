import Claims
import Foundation
import Loop
import Synchronization

/// Shows how far a run is, on standard error: a line that rewrites itself on a terminal, a plain
/// line every few seconds elsewhere.
final class Progress: Sendable {
  private let title: String
  private let meter: WorkMeter
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let lastLine = Mutex<ContinuousClock.Instant>(ContinuousClock.now)
  /// Set up in `init` and cancelled in `finish`; Dispatch does the locking.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer

  init(_ title: String, meter: WorkMeter) {
    self.title = title
    self.meter = meter
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
    timer.setEventHandler { [weak self] in self?.tick() }
    timer.schedule(deadline: .now() + 0.5, repeating: 0.25)
    timer.resume()
  }

  /// Stops and clears the line.
  func finish() {
    timer.cancel()
    if isTerminal { write("\r\u{1b}[K") }
  }

  private func tick() {
    if isTerminal {
      write("\r\u{1b}[K\(line)")
    } else if lastLine.withLock({ last in
      guard ContinuousClock.now - last > .seconds(5) else { return false }
      last = ContinuousClock.now
      return true
    }) {
      write("\(line)\n")
    }
  }

  private var line: String {
    let fraction = meter.fraction
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    let percent = Int(100 * fraction)
    guard fraction > 0.02 else { return "\(title): \(percent) %" }
    let remaining = Int((elapsed * (1 - fraction) / fraction).rounded(.up))
    return "\(title): \(percent) %, about \(Self.clock(remaining)) left"
  }

  private static func clock(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }

  private func write(_ text: String) {
    Output.note(text, terminator: "")
  }
}
