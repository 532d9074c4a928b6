import Claims
import Documents
import Testing

@Suite struct FixedAnchorTests {
  /// A fixed point inside keeps every model inside: bins from the first step on hold everything.
  @Test func lawsOfFixedPointsAreNormalised() throws {
    let laws = try SmallRuns.tables("fixed-anchor", ["anchors=-8,0,4"])["fixed-anchor"]!
    let groups = laws.groups(by: "source", "anchor").filter { $0.key[0] == "fixed" }
    #expect(groups.map { $0.key[1] } == ["-8", "0", "4"])
    for (key, rows) in groups {
      for column in ["density", "exact"] {
        let mass = rows[column].reduce(0, +) * rows.width(of: "value")
        #expect(abs(mass - 1) < 1e-10, "\(column) \(key)")
      }
    }
  }

  /// Fresh points visit the boundary: the bins lack the atom at frequency 0, which by then is what
  /// the exact fraction of collapsed runs has come to.
  @Test func freshPointsHaveAnAtom() throws {
    let tables = try SmallRuns.tables("fixed-anchor", ["generationsShown=400"])
    let law = tables["fixed-anchor"]!.groups(by: "source").last!
    let collapse = tables["fixed-anchor-collapsed"]!.groups(by: "source").last!
    #expect(law.key == ["fresh"] && collapse.key == ["fresh"])
    // The last bin holds the atom at frequency 1.
    let mass = law.rows["exact"].reduce(0, +) * law.rows.width(of: "value")
    #expect(mass < 0.999)
    #expect(abs(mass + collapse.rows["exact"].last! - 1) < 1e-8)
  }

  /// On the boundary there is no law, and more and more runs are on it; inside, none ever is.
  @Test func onlyPointsOnTheBoundaryCollapse() throws {
    let tables = try SmallRuns.tables("fixed-anchor", ["anchors=-10,-8,8,10"])
    let laws = tables["fixed-anchor"]!.groups(by: "source", "anchor").map(\.key)
    #expect(laws == [["fixed", "-8"], ["fixed", "8"], ["fresh", "-9"]])
    for (key, rows) in tables["fixed-anchor-collapsed"]!.groups(by: "source", "anchor") {
      switch key[1] {
      case "-10", "10":
        #expect(rows["fraction"] == rows["fraction"].sorted())
        #expect(rows["exact"] == rows["exact"].sorted() && rows["exact"].last! > 0.9)
      case "-8", "8":
        #expect(rows["fraction"].allSatisfy { $0 == 0 } && rows["exact"].allSatisfy { $0 == 0 })
      default: #expect(rows["exact"].last! > 0 && rows["exact"].last! < 0.9)
      }
    }
  }

  @Test func trajectoriesStartBalancedAndLastAsLongAsToldTo() throws {
    let table = try SmallRuns.tables("fixed-anchor", ["generationsShown=30"])[
      "fixed-anchor-trajectories"]!
    let runs = table.groups(by: "source", "anchor")
    #expect(runs.count == 4)
    for (_, rows) in runs {
      #expect(rows["generation"] == (0...30).map(Double.init))
      #expect(rows["magnetisation"][0] == 0 && Set(rows["magnetisation"]).count > 1)
    }
  }

  /// Times are even, at most 41 or so, and end where they are told to.
  @Test(arguments: [1, 7, 80, 405])
  func collapseIsTabulatedAtEvenTimes(horizon: Int) throws {
    let table = try SmallRuns.tables(
      "fixed-anchor", ["generationsShown=\(horizon)", "anchors=-6"])["fixed-anchor-collapsed"]!
    for (_, rows) in table.groups(by: "source") {
      let step = max(1, horizon / 40)
      #expect(
        rows["generation"] == stride(from: step, through: horizon, by: step).map(Double.init))
      for row in rows.rows { #expect(row[4].value <= row[3].value && row[3].value <= row[5].value) }
    }
  }
}
