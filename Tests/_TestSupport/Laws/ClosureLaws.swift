import Families
import Randomness

/// Maximum likelihood inside, on the boundary and outside.
extension FamilyLaws {
  /// The estimate from data with the mean μ(θ) has that mean, and is not lost to the boundary.
  static func inversion<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(60) { stream in
      let θ = family.randomParameter(using: &stream)
      let known = try Reference(of: family, at: θ)
      let count = stream.logUniform(1, 1e6)
      let data = F.Statistics(sum: count * family.vector(known.A.gradient), count: count)
      let member = try family.maximumLikelihood(data)
      guard let found = member.naturalParameter, member.face == nil else {
        return ["θ = \(θ), n = \(count): lost to the boundary"]
      }
      return [("itself", member.meanParameter), ("at its θ", family.meanParameter(at: found))]
        .flatMap { which, mean in
          (0..<family.dimension).compactMap { a in
            // A solver ends at a parameter known to 1e−10 of a scale on which probabilities change by e.
            abs(mean[a] - known.A.gradient[a]) <= (known.rounding + 1e-10) * known.sizes[a]
              ? nil : "θ = \(θ), n = \(count): the mean \(which) is \(mean) at θ = \(found)"
          }
        }
    }
  }

  /// Any vertices in any proportions: the estimate lies on the smallest face that holds them, or inside
  /// where none does, and has their mean.
  static func closure<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    let faces = family.faces.map(Set.init)
    let vertices = Array(Set(faces.joined())).sorted { $0.lexicographicallyPrecedes($1) }
    return run.instances(200) { stream in
      var chosen = Set(vertices.filter { _ in stream.nextUnit() < 0.4 })
      if chosen.isEmpty || stream.nextUnit() < 0.5 {
        chosen = faces[stream.nextIndex(below: faces.count)]
      }
      let smallest = faces.filter { chosen.isSubset(of: $0) }.min { $0.count < $1.count }
      let isWhole = stream.nextUnit() < 0.7
      var data = F.Statistics(sum: F.Vector.zero, count: 0)
      var parts: [(vertex: [Double], count: Double)] = []
      for vertex in vertices where chosen.contains(vertex) {
        // In several parts, as data come.
        for _ in 0...stream.nextIndex(below: 3) {
          let weight = stream.logUniform(1, isWhole ? 1e6 : 1e3)
          parts.append((vertex, isWhole ? weight.rounded() : 0.01 * weight))
        }
      }
      for part in parts {
        data =
          data
          + F.Statistics(sum: part.count * family.vector(part.vertex), count: part.count)
      }
      let member = try family.maximumLikelihood(data)
      let found = member.face.map { Set(family.vertices(of: $0)) }
      var failures: [String] = []
      if found != smallest {
        failures.append("\(parts): on \(found.map { "\($0)" } ?? "the interior")")
      }
      if member.isAbsorbed != (smallest?.count == 1)
        || (member.naturalParameter == nil) != (smallest != nil)
      {
        failures.append("\(parts): absorbed or not, θ or none")
      }
      let (mean, error) = (data.mean, member.meanParameter - data.mean)
      let size = chosen.joined().reduce(1) { max($0, abs($1)) }
      // The solver's, as inside, and that of sums.
      if error.dot(error).squareRoot() > 1e-10 * size {
        failures.append("\(parts): the mean is \(member.meanParameter), should be \(mean)")
      }
      return failures
    }
  }

  /// No data, no numbers, and means outside the convex support.
  static func refusal<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    let nothing = F.Statistics(sum: 0.0 * family.parameterScales, count: 0)
    let unknown = family.parameterScales.map { _, _ in .nan }
    let impossible = family.impossibleMeans.map(family.vector) + [unknown]
    let data = impossible.flatMap { mean in
      [1, 3.7, 1000].map { F.Statistics(sum: $0 * mean, count: $0) }
    }
    return ([nothing] + data).compactMap { data in
      (try? family.maximumLikelihood(data)).map { "\(data) gives \($0)" }
    }
  }
}
