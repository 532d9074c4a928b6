extension TeX {
  /// Plain words with symbols, as claims have them, set as TeX: "M times E x(1 − x), p = ½" has its
  /// symbols in mathematics and its words in text.
  package static func text(_ text: String) -> String {
    var result: [String] = []
    var formula: [Substring] = []
    func endFormula() {
      // Numbers and signs alone are text; what a variable or a symbol stands in is mathematics.
      guard !formula.isEmpty else { return }
      let words = formula.joined(separator: " ")
      let isFormula = words.contains {
        isSymbol($0) || ($0.isASCII && $0.isLetter) || "=^_".contains($0)
      }
      result.append(isFormula ? mathematics(words) : escaped(words))
      formula = []
    }
    for word in text.split(separator: " ") {
      let ending = word.reversed().prefix { ",;:.".contains($0) }.count
      let core = word.dropLast(ending)
      let isArticle = core == "A" && formula.isEmpty && result.last?.last ?? "." == "."
      if isPartOfFormula(core), !isArticle {
        formula.append(core)
        if ending > 0 {
          endFormula()
          result[result.count - 1] += word.suffix(ending)
        }
      } else {
        endFormula()
        result.append(escaped(word))
      }
    }
    endFormula()
    return result.joined(separator: " ")
  }

  // MARK: - What is mathematics

  /// Names of functions, which TeX sets upright.
  private static let functions: Set<String> = [
    "ln", "exp", "det", "log", "sin", "cos", "arcsin", "max", "min", "Beta", "Gamma",
  ]

  /// Whether some letters are variables side by side: NM, 2Nmx₀, dW.
  private static func isProduct(_ letters: String) -> Bool {
    ["KL", "dW", "dt"].contains(letters)
      || letters.count <= 3 && letters.contains(where: \.isUppercase)
        && letters.allSatisfy { "NMKDTcmpqxnvu".contains($0) }
  }

  /// Whether a word consists of variables, numbers, signs and names of functions.
  private static func isPartOfFormula(_ word: some StringProtocol) -> Bool {
    guard !["", "a", "I", "-", "…"].contains(word) else { return false }
    // P7, L2, B9: names, not formulas.
    if String(word).firstMatch(of: /[A-Z][0-9]/) != nil { return false }
    if word.contains("‖") { return true }
    var letters = ""
    for character in word + " " {
      if character.isASCII && character.isLetter {
        letters.append(character)
        continue
      }
      if letters.count > 1, !functions.contains(letters), !isProduct(letters) { return false }
      letters = ""
      guard character.isNumber || isSymbol(character) || "()[]{}.,/+=<>^_'| ".contains(character)
      else {
        return false
      }
    }
    return true
  }

  /// Symbols and how TeX names them.
  private static let symbols: [Character: String] = [
    "α": "\\alpha ", "β": "\\beta ", "κ": "\\kappa ", "λ": "\\lambda ", "μ": "\\mu ",
    "π": "\\pi ", "σ": "\\sigma ", "τ": "\\tau ", "φ": "\\phi ", "ϑ": "\\vartheta ",
    "θ": "\\theta ", "ψ": "\\psi ", "χ": "\\chi ", "Σ": "\\Sigma ", "Π": "\\Pi ",
    "∇": "\\nabla ", "∂": "\\partial ", "∞": "\\infty ", "→": "\\to ", "⇔": "\\Leftrightarrow ",
    "−": "-", "±": "\\pm ", "×": "\\times ", "·": "\\cdot ", "≤": "\\le ", "≥": "\\ge ",
    "≠": "\\ne ", "≈": "\\approx ", "∝": "\\propto ", "√": "\\surd ", "‖": "\\|",
    "½": "\\tfrac12 ", "¼": "\\tfrac14 ", "⅔": "\\tfrac23 ", "⅓": "\\tfrac13 ", "′": "'",
    "⟨": "\\langle ", "⟩": "\\rangle ", "≪": "\\ll ", "≫": "\\gg ", "∈": "\\in ", "*": "^*",
    "Δ": "\\Delta ", "ε": "\\varepsilon ", "δ": "\\delta ", "…": "\\ldots ",
  ]

  private static let raised: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-", "⁺": "+", "ᵗ": "t",
  ]

  private static let lowered: [Character: Character] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9", "₊": "+", "₋": "-", "ₐ": "a", "ᵢ": "i", "ₖ": "k", "ₜ": "t", "ₙ": "n",
  ]

  private static func isSymbol(_ character: Character) -> Bool {
    symbols[character] != nil || raised[character] != nil || lowered[character] != nil
      || symbols[base(of: character)] != nil
  }

  /// A symbol without the bar over it.
  private static func base(of character: Character) -> Character {
    character.unicodeScalars.last == "\u{304}"
      ? Character(String.UnicodeScalarView(character.unicodeScalars.dropLast()).description)
      : character
  }

  // MARK: - Setting

  private static func mathematics(_ formula: String) -> String {
    var result = ""
    var letters = ""
    var script: (sign: String, text: String) = ("", "")
    func endLetters() {
      if letters == "Beta" || letters == "Gamma" {
        result += "\\mathrm{\(letters)}"
      } else if functions.contains(letters) {
        result += "\\\(letters) "
      } else if letters.count > 1, !isProduct(letters) {
        result += "\\text{\(letters)}"
      } else {
        result += letters
      }
      letters = ""
    }
    func endScript() {
      if !script.text.isEmpty { result += "\(script.sign){\(script.text)}" }
      script = ("", "")
    }
    for character in formula {
      if let (sign, place) = raised[character].map({ ("^", $0) })
        ?? lowered[character].map({ ("_", $0) })
      {
        endLetters()
        if script.sign != sign { endScript() }
        script = (sign, script.text + String(place))
        continue
      }
      // A comma between lowered signs is lowered.
      if character == ",", script.sign == "_" {
        script.text += ","
        continue
      }
      endScript()
      if character.isASCII, character.isLetter {
        letters.append(character)
        continue
      }
      endLetters()
      let plain = base(of: character)
      if plain != character {
        result += "\\bar{\(symbols[plain] ?? String(plain))}"
      } else {
        result += symbols[character] ?? String(character)
      }
    }
    endLetters()
    endScript()
    return "$\(grouped(result))$"
  }

  /// `2^10` with all of its exponent raised.
  private static func grouped(_ formula: String) -> String {
    formula.replacing(/\^\(([^()]*)\)/) { "^{\($0.1)}" }
      .replacing(/([\^_])(\d+[A-Za-z]+\+\d|\d\d+|\d+[A-Za-z]+|[A-Za-z]{2,})/) {
        "\($0.1){\($0.2)}"
      }
  }

  /// Words with TeX's special characters spelled out, and symbols in mathematics.
  static func escaped(_ word: some StringProtocol) -> String {
    var result = ""
    var symbols = ""
    for character in word {
      if isSymbol(character), character != "…" {
        symbols.append(character)
        continue
      }
      if !symbols.isEmpty { result += mathematics(symbols) }
      symbols = ""
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "%", "&", "#", "_", "$", "{", "}": result += "\\\(character)"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "<", ">": result += "$\(character)$"
      case "…": result += "\\ldots{}"
      default: result.append(character)
      }
    }
    return symbols.isEmpty ? result : result + mathematics(symbols)
  }
}
