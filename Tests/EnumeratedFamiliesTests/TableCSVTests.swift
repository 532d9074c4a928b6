import EnumeratedFamilies
import Families
import Testing

/// Tables of users, and what they are told of mistakes.
@Suite struct TableCSVTests {
  static func message(_ csv: String) -> String? {
    do throws(TableError) {
      _ = try EnumeratedFamily(csv: csv)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func reads() throws {
    let family = try EnumeratedFamily(
      csv: "\u{FEFF}name, base ,x,y\r\n00,1,0.1,2\r\n01,2.5,-0.3,0\r\n\"1,1\",1e-1,0,0\r\n")
    #expect(family.names == ["00", "01", "1,1"])
    #expect(family.statisticNames == ["x", "y"])
    #expect(family.baseMeasure == [1, 2.5, 0.1])
    #expect(family.statistic(of: 1) == DenseVector([-0.3, 0]))
    let bare = try EnumeratedFamily(csv: "energy\n1\n4")
    #expect(bare.names == ["0", "1"] && bare.baseMeasure == [1, 1])
  }

  /// As spreadsheets and people write them.
  @Test(arguments: [
    "name;base;x;y\na;1;0.5;2\nb;2.5;-0.3;0\nc;1;0;0\n",
    "name\tbase\tx\ty\na\t1\t0.5\t2\nb\t2.5\t-0.3\t0\nc\t1\t0\t0\n\n\n",
    "# ratings, of 2020; as told\n\nName,BASE,x,y\n# first\na,1,0.5,2\n\nb,2.5,-0.3,0\nc,1,0,0\n\n",
    "\u{FEFF}\"name\", base,x, y\r\na,1,0.5,2\r\n\"b\",2.5,-0.3,0\r\nc,1,0,0\r\n\r\n",
  ])
  func otherFormsOfTablesAreRead(csv: String) throws {
    let family = try EnumeratedFamily(csv: csv)
    #expect(family.names == ["a", "b", "c"] && family.statisticNames == ["x", "y"])
    #expect(family.baseMeasure == [1, 2.5, 1])
    #expect(family.statistic(of: 1) == DenseVector([-0.3, 0]))
  }

  /// The ratings 1 to 5 with their numbers: the mean is 4.1096, and not the 2.5 … 3 of no weights at all.
  @Test func columnsThatMayBeWeightsAreAskedFor() throws {
    let rows = [(1, 3), (2, 5), (3, 9), (4, 20), (5, 36)]
    for name in ["count", "Freq", "frequency", "n", "weight", "probability"] {
      let csv = "rating,\(name)\n" + rows.map { "\($0),\($1)\n" }.joined()
      let message = try #require(Self.message(csv))
      #expect(message.contains("the column \(name) may") && message.contains("call it base"))
    }
    let family = try EnumeratedFamily(
      csv: "rating,base\n" + rows.map { "\($0),\($1)\n" }.joined())
    let mean = family.meanParameter(at: DenseVector([0]))[0]
    #expect(abs(mean - 4.1095890410958904) < 1e-12)
    // Under another name it is a statistic; so it is alone, with a base, or with negative values.
    for csv in [
      "rating,count_value\n1,3\n2,5\n3,9\n", "n\n1\n2\n", "name,p\na,1\nb,2\n",
      "x,weight\n1,-1\n2,1\n3,0\n", "x,n,base\n1,4,1\n2,5,1\n3,9,2\n",
    ] {
      #expect(Self.message(csv) == nil, "\(csv)")
    }
  }

  @Test(arguments: [
    ("", "line 1: the header row is missing"),
    ("name,x\n", "line 1: no state follows the header"),
    ("name,base\na,1\nb,1", "a table has 1 to 80 statistics, not 0"),
    ("x,name,x\n1,a,2", "line 1, column x: two columns have this name"),
    ("x,,y\n1,2,3", "line 1: column 2 has no name"),
    ("name,x\na,1\nb", "line 3: 2 cells were expected, 1 found"),
    (
      "name,x\na,1\nb,one",
      "line 3, column x: one is not a number: the names of states are in a column called name"
    ),
    (
      "# of 2020\n\nname,x\na,1\nb,\"1,000\"",
      "line 5, column x: 1,000 is not a number: write it without commas, and with a point before decimals"
    ),
    (
      "name;x\na;1\nb;0,5",
      "line 3, column x: 0,5 is not a number: write it without commas, and with a point before decimals"
    ),
    (
      "name,x\na,1\nb,1,000",
      "line 3: 2 cells were expected, 3 found: numbers have no commas, and words with commas are put in"
        + " double quotes"
    ),
    ("name,x\na,1\nb,", "line 3, column x: a number is missing"),
    ("name,x\na,nan\nb,1", "line 2, column x: nan is not a finite number"),
    ("name,x\na,1\nb,-inf", "line 3, column x: -inf is not a finite number"),
    ("name,x\na,1\nb,1e999", "line 3, column x: 1e999 is not a finite number"),
    ("name,base,x\na,1,1\nb,0,2", "line 3, column base: a base measure of 0.0 is not above 0"),
    ("name,base,x\na,-2,1\nb,1,2", "line 2, column base: a base measure of -2.0 is not above 0"),
    ("name,base,x\na,inf,1\nb,1,2", "line 2, column base: inf is not a finite number"),
    ("name,x\na,1\nb,2\na,3", "line 4, column name: the state a is on line 2, too"),
    ("name,x\na,1\n,2", "line 3, column name: the state has no name"),
    ("name,x\na,1\n\"b,2", "line 3: a quote is not closed"),
    ("name,x\na,1", "a table has 2 to 4096 states, not 1"),
    (
      "x,y\n1,7\n2,7",
      "the statistic y is 7.0 in every state, so that its parameter does nothing"
    ),
    (
      "x,y\n0.5,7\n1,6.5\n0,7.5",
      "the statistics are linearly dependent, so that parameters are not unique: "
        + "2 x + 2 y = 15 in every state"
    ),
    (
      "x\n12345678901234567e10\n0.2",
      "the statistic x needs integers of 28 digits in units of its last decimal, and may need 22"
    ),
  ])
  func refuses(_ csv: String, _ expected: String) {
    #expect(Self.message(csv) == expected)
  }
}
