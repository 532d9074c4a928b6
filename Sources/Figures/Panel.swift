import Foundation

/// A rectangle of the page that holds one plot, in fractions of the page.
struct Panel {
  let left: Double
  let right: Double
  let bottom: Double
  let top: Double

  /// Places of a two-by-two page.
  static let a = Panel(left: 0.075, right: 0.485, bottom: 0.575, top: 0.975)
  static let b = Panel(left: 0.575, right: 0.985, bottom: 0.575, top: 0.975)
  static let c = Panel(left: 0.075, right: 0.485, bottom: 0.075, top: 0.475)
  static let d = Panel(left: 0.575, right: 0.985, bottom: 0.075, top: 0.475)

  /// The `index`-th of `count` panels side by side, on a page that is one panel high.
  static func column(_ index: Int, of count: Int) -> Panel {
    let width = 1 / Double(count)
    let left = Double(index) * width
    return Panel(
      left: left + 0.075, right: left + width - 0.015, bottom: 0.15, top: 0.95)
  }

  /// Places the next plot here.
  var frame: String {
    """
    set lmargin at screen \(Panel.rounded(left))
    set rmargin at screen \(Panel.rounded(right))
    set bmargin at screen \(Panel.rounded(bottom))
    set tmargin at screen \(Panel.rounded(top))
    """
  }

  /// A rectangle inside this one, with edges in fractions of it.
  func part(left l: Double = 0, right r: Double = 1, bottom b: Double, top t: Double) -> Panel {
    Panel(
      left: left + l * (right - left), right: left + r * (right - left),
      bottom: bottom + b * (top - bottom), top: bottom + t * (top - bottom))
  }

  /// The letter that names the panel, to the left of its upper corner.
  func letter(_ letter: String, _ terminal: Terminal) -> String {
    "set label 1 \(terminal.label("({/:Bold \(letter)})", tex: "(\(letter))"))"
      + " at screen \(Panel.rounded(left - 0.068)),screen \(Panel.rounded(top)) left"
  }

  /// Forgets what one panel set, before the next.
  static let reset = """
    set xlabel '' font ''
    set ylabel '' font ''
    set autoscale x
    set autoscale y
    set xtics autofreq
    set ytics autofreq
    set tics font ''
    set format
    set border linewidth 0.8
    unset xzeroaxis
    """

  private static func rounded(_ fraction: Double) -> Double {
    (fraction * 10_000).rounded() / 10_000
  }
}

/// Choices about axes that depend on the data.
enum Axis {
  /// A step of 1, 2 or 5 times a power of ten that divides `span` into about `intervals` parts.
  static func step(span: Double, intervals: Int) -> Double {
    guard span > 0, span.isFinite else { return 1 }
    let rough = span / Double(intervals)
    let power = pow(10, log10(rough).rounded(.down))
    return [1, 2, 5, 10].map { $0 * power }.min { abs($0 - rough) < abs($1 - rough) }!
  }

  /// The next larger of 1, 1.2, 1.5, 1.6, 2, 2.5, 3, 3.5, 4, 5, 6, 8 times a power of ten.
  static func ceiling(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let power = pow(10, log10(value).rounded(.down))
    let steps = [1, 1.2, 1.5, 1.6, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10]
    return steps.map { $0 * power }.first { $0 >= value * (1 - 1e-9) } ?? 10 * power
  }

  /// A number as gnuplot and people read it: six significant digits, no needless zeros.
  static func plain(_ value: Double) -> String { String(format: "%.6g", value) }

  /// The nearest number with one significant digit.
  static func oneDigit(_ value: Double) -> Double { Double(String(format: "%.0e", value)) ?? value }

  /// A number to so many decimals.
  static func decimals(_ value: Double, _ count: Int) -> String {
    String(format: "%.*f", count, value)
  }

  /// The range of the finite values, never empty, with some room on both sides.
  ///
  /// - Parameter padding: the room, in fractions of the range.
  static func range(of values: [Double], padding: Double = 0) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return 0...1 }
    let room = high > low ? padding * (high - low) : 0.1 * max(abs(high), 1e-3) * padding
    return rounded(low - room)...rounded(high + room)
  }

  /// A range of positive numbers for a logarithmic axis, with a factor of `room` on both sides;
  /// widened to whole decades where fewer than two powers of ten would carry a label.
  static func decades(_ range: ClosedRange<Double>, room: Double) -> ClosedRange<Double> {
    let (low, high) = (range.lowerBound / room, range.upperBound * room)
    if log10(high).rounded(.down) > log10(low).rounded(.up) { return low...high }
    let first = log10(range.lowerBound).rounded(.down)
    let last = max(first + 1, log10(range.upperBound).rounded(.up))
    return pow(10, first) / room...pow(10, last) * room
  }

  /// Six significant digits: a script must not hang on the last bits of its data.
  private static func rounded(_ value: Double) -> Double {
    Double(String(format: "%.6g", value)) ?? value
  }
}
