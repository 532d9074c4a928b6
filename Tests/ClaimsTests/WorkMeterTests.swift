import Claims
import Loop
import Testing

/// How far a run is.
@Suite struct WorkMeterTests {
  /// Parts count by their size, whatever their own units are.
  @Test func partsReportToTheWhole() {
    let whole = WorkMeter()
    whole.plan(100)
    let (large, small) = (WorkMeter(part: 90, of: whole), WorkMeter(part: 10, of: whole))
    small.plan(4)
    small.complete(4)
    #expect(abs(whole.fraction - 0.1) < 1e-12)
    large.plan(3)
    large.complete(1)
    #expect(abs(whole.fraction - 0.4) < 1e-12)
    // Work that is planned later takes nothing back.
    large.plan(3)
    #expect(abs(whole.fraction - 0.4) < 1e-12)
    large.complete(2)
    #expect(abs(whole.fraction - 0.55) < 1e-12)
    // Something that reports nothing of its own is done when it is done.
    large.finish()
    small.finish()
    #expect(abs(whole.fraction - 1) < 1e-12)
  }
}
