import EnumeratedFamilies
import ExponentialFamilies
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

  @Test(arguments: [
    ("", "line 1: the header row is missing"),
    ("name,x\n", "line 1: no state follows the header"),
    ("name,base\na,1\nb,1", "a table has 1 to 80 statistics, not 0"),
    ("x,name,x\n1,a,2", "line 1, column x: two columns have this name"),
    ("x,,y\n1,2,3", "line 1: column 2 has no name"),
    ("name,x\na,1\nb", "line 3: 2 cells were expected, 1 found"),
    ("name,x\na,1\nb,one", "line 3, column x: one is not a number"),
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
      "x\n1234567890.5\n2",
      "the statistic x needs integers of 11 digits in units of its last decimal, and may need 9"
    ),
  ])
  func refuses(_ csv: String, _ expected: String) {
    #expect(Self.message(csv) == expected)
  }
}
