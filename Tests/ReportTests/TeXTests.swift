import Report
import Testing

/// Numbers and words as TeX sets them.
@Suite struct TeXTests {
  @Test(arguments: [
    (0.7025, 0.0046, "0.703(5)"), (0.7025, 0.0146, "0.703(15)"), (1.5, 0, "1.5"),
    (2.72e-5, 2.83e-5, "3(3)\\times10^{-5}"), (123.4, 23, "123(23)"), (-0.95, 0.2, "-0.9(2)"),
    (0, 0, "0"), (-1e-6, 3e-5, "0(3)\\times10^{-5}"), (1e5, 0, "10^{5}"),
    (5e5, 0, "5\\times10^{5}"), (10000, 0, "10\\,000"),
    (1_797_000, 0, "1\\,797\\,000"), (1e-7, 0, "10^{-7}"), (0.36787944, 0, "0.367879"),
  ])
  func numbersAreRoundedByTheirUncertainty(value: Double, error: Double, tex: String) {
    #expect(TeX.number(value, uncertainty: error) == tex)
  }

  @Test(arguments: [
    ("mean of x(1 − x), N = 20", "mean of $x(1 - x)$, $N = 20$"),
    ("at most 8, from p = ½", "at most 8, from $p = \\tfrac12 $"),
    ("covariance J⁻¹/M.", "covariance $J^{-1}/M$."),
    ("an L2 penalty, Eq. B9", "an L2 penalty, Eq. B9"),
    ("a 2^10 & 5 %", "a $2^{10}$ \\& 5 \\%"),
    ("drift of θ₁, A = −J", "drift of $\\theta _{1}$, $A = -J$"),
    ("up to 2^(M−1) runs", "up to $2^{M-1}$ runs"),
    ("D(model‖truth) in nats", "$D(\\text{model}\\|\\text{truth})$ in nats"),
    ("P_2j(r) − P_2j+2(r)", "$P_{2j}(r) - P_{2j+2}(r)$"),
    ("A fit of φ̄", "A fit of $\\bar{\\phi }$"),
    ("Poisson counts die out", "Poisson counts die out"),
  ])
  func symbolsAreMathematicsAndWordsAreText(plain: String, tex: String) {
    #expect(TeX.text(plain) == tex)
  }
}
