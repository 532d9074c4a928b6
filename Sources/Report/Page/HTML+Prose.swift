extension HTML {
  /// Words with formulas as the claims write them: `φ̄_{t+1}`, `D_KL` and `2^10` get their indices and powers,
  /// and `N = 10` stays on one line.
  static func prose(_ text: String) -> HTML {
    var result = HTML.escaped(text)
    let script = /([_^])(?:\{([^{}]*)\}|\(([^()]*)\)|(−?[A-Za-z0-9]+|[α-ωϑ]))/
    result = result.replacing(script) { match in
      let name = match.1 == "_" ? "sub" : "sup"
      return "<\(name)>\(match.2 ?? match.3 ?? match.4 ?? "")</\(name)>"
    }
    result = result.replacing(/(\p{L}) = ([−\p{N}])/) { "\($0.1)\u{a0}=\u{a0}\($0.2)" }
    return HTML(markup: result)
  }
}
