import Claims
import Documents
import Figures
import Foundation
import Testing
import _TestSupport

/// What holds for every figure.
@Suite(.inTurn(.other)) struct FigureTests {
  static let ids = allFigures.map { $0.id }

  @Test func everyExperimentHasAFigure() {
    #expect(experiments.map { $0.id } == figures.map { $0.id })
    #expect(beyondExperiments.map { $0.id } == beyondFigures.map { $0.id })
    #expect(Set(Self.ids).count == Self.ids.count)
  }

  /// The committed picture can be redrawn: script and tables in, the same bytes out.
  @Test(arguments: ids, [Terminal.svg, .tikz])
  func drawingIsDeterministic(id: String, terminal: Terminal) throws {
    let tables = try SmallFigures.tables(id)
    let pictures = try (0..<2).map { _ in try SmallFigures.draw(id, tables, on: terminal) }
    // TikZ output carries one line with the date.
    func undated(_ data: Data) -> [Substring] {
      String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("%%") }
    }
    #expect(undated(pictures[0]) == undated(pictures[1]))
    #expect(pictures[0].suffix(100).firstRange(of: terminal.ending) != nil)
  }

  /// The bytes of a bitmap hang on the fonts that are installed.
  @Test(arguments: ids)
  func bitmapsAreComplete(id: String) throws {
    let picture = try SmallFigures.draw(id, try SmallFigures.tables(id), on: .png)
    #expect(picture.starts(with: [0x89] + Array("PNG".utf8)))
    #expect(picture.suffix(100).firstRange(of: Terminal.png.ending) != nil)
  }

  /// Definitions far from the paper's still draw without a warning.
  @Test(arguments: [
    ("fig1", "spins=3 samples=7"), ("fig1", "generations=100"),
    ("fig1", "a.trajectories=9 b.samples=30"), ("fig1", "c.starts=0,0.3,1 start=0.9"),
    ("fig1", "start=1"), ("fig1", "b.exactMeanUpTo=0 b.replicates=1"),
    ("fig1", "d.generations=1 d.fields=0"), ("fig1", "d.spins=2 d.samples=1 d.replicates=1"),
    ("fig1", "generations=1"),
    ("fig2", "samples=50"), ("fig2", "samples=20,50,100"),
    ("fig2", "i.anchor=4 iii.anchor=-10 ii.variance=0.5 iii.variance=20"),
    ("fig2", "bins=1 maximumParameter=0.1"),
    ("fig3", "truths=1 rates=0"), ("fig3", "truths=0.1,0.5,1,2,5"),
    ("fig3", "truths=0.000001 rates=0.3,1000"), ("fig3", "maximumValue=0.001"),
    ("fixed-anchor", "anchors=-10"), ("fixed-anchor", "anchors=-6,-8,-10,0,4,6"),
    ("fixed-anchor", "generationsShown=1 replicates=1 truth=0.9999"),
    ("fixed-anchor", "spins=1 anchors=-1,1 binSteps=1000"),
    ("infinite-synthetic", "samples=50"), ("infinite-synthetic", "samples=20,50,300"),
    ("infinite-synthetic", "samples=7 exactSamples=7 truth=0.3"),
    ("infinite-synthetic", "samples=1 exactSamples=1 steps=1"),
    ("rem", "spins=1 samples=2 generationsShown=1"), ("rem", "temperatures=0.05,0.3,1,3,1000"),
    ("rem", "samples=2 replicates=2"), ("rem", "spins=10 samples=200 replicates=2"),
    ("equation-of-motion", "spins=2 anchor=0 fieldAnchor=2"),
    ("equation-of-motion", "samples=100 replicates=2"), ("equation-of-motion", "grid=7 values=3"),
    ("equation-of-motion", "spins=100 anchor=100 fieldAnchor=-100 variance=0.001"),
    ("entropy", "steps=1 symbols=2"), ("entropy", "timeShown=0.1 discreteTimeShown=0.1"),
    ("entropy", "samples=20 symbols=2,50 replicates=2"),
    ("coordinates", "exponent=3"), ("coordinates", "timeShown=0.1 replicates=2"),
    ("coordinates", "exponent=0.01 start=0.999 steps=1"),
    ("dose", "external=7 exactSamples=3 exactExternal=1"), ("dose", "shape=20 replicates=2"),
    ("tails", "symbols=2 samples=2 timeShown=0.5"), ("tails", "exponent=0 minority=0.9"),
    ("remedies", "truth=0.99 otherTruth=0.01"), ("remedies", "tilt=-10 impurity=0 samples=3"),
    ("errors", "generationsShown=2 replicates=2"), ("errors", "coupling=0 field=0 startField=0"),
    ("blur", "features=5 fresh=3 featureCounts=1"), ("blur", "difference=0 steps=1"),
    ("blur", "difference=1 generationsShown=2 replicates=2"),
    ("errors", "rate=0.001 steps=1 perDecade=1"), ("errors", "coupling=-3 samples=2 steps=300"),
    ("libraries", "kernelGenerations=1 poolGenerations=1 constants=0.05,0.5,10"),
    ("libraries", "floorSamples=3 squaredSamples=3 kernelSamples=2 floorReplicates=2"),
    ("families", "counts=0.001 generationsShown=2 steps=1"),
    ("families", "counts=1,10,100,1000 replicates=2 dimensions=9 covarianceReplicates=2"),
    ("families", "timeShown=0.1 covarianceTimeShown=100 dimensions=2"),
    ("accumulate", "generations=1 gaussianGenerations=1 replicates=2"),
    ("accumulate", "samples=2 truth=0.999 replicates=2"),
    ("weights", "samples=2 generations=1 timeSamples=2 largestSamples=2 replicates=2"),
    ("weights", "samples=2,3,4,5,6 timeReplicates=2"),
    ("digits-machine", "shown=0,3,6,9,12 pictures=9 few=2"),
    ("digits-machine", "samples=2 generations=40 shown=1 pictures=1"),
    ("digits-network", "shown=100 rareClass=8 rareShare=0.5"),
  ])
  func otherDefinitionsDraw(id: String, settings: String) throws {
    let tables = try SmallFigures.tables(id, settings.split(separator: " ").map(String.init))
    let picture = try SmallFigures.draw(id, tables, on: .svg)
    #expect(picture.suffix(100).firstRange(of: Terminal.svg.ending) != nil)
  }

  /// One M, or several within a decade, still stand between two powers of ten, which carry labels.
  @Test(arguments: ["7", "50", "10", "2,3", "9,11"])
  func logarithmicAxesHaveLabels(samples: String) throws {
    let settings = ["samples=\(samples)", "exactSamples=\(samples)"]
    let tables = try SmallFigures.tables("infinite-synthetic", settings)
    let script = try SmallFigures.script("infinite-synthetic", tables, on: .svg)
    let axes = script.matches(of: /set logscale xy\nset xrange \[([0-9.]+):([0-9.]+)\]/)
    #expect(axes.count == 2)
    for axis in axes {
      let (low, high) = (Double(axis.1)!, Double(axis.2)!)
      #expect((-1...3).map { pow(10, Double($0)) }.count { low <= $0 && $0 <= high } >= 2)
      for m in samples.split(separator: ",") { #expect(low < Double(m)! && Double(m)! < high) }
    }
  }
}
