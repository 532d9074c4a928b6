import ClosedLoop

// ClosedLoop: NAME LAW SIZE DRAWS. Prints the sums that the judge of the atlas wants.

let words = CommandLine.arguments
guard words.count == 5, let size = Int(words[3]), let draws = Int(words[4]) else {
  fatalError("usage: Ours ClosedLoop binomial|poisson SIZE DRAWS")
}
let isBinomial = words[2] == "binomial"
let mean = isBinomial ? Double(size) / 2 : Double(size)
let deviation = (isBinomial ? Double(size) / 4 : Double(size)).squareRoot()
let binomial = Binomial(trials: isBinomial ? size : 1, probability: 0.5)
let poisson = Poisson(mean: isBinomial ? 1 : mean)
var generator = RandomStream(key: StreamKey(rootSeed: 1))
var (first, second, band, tail) = (0.0, 0.0, 0, 0)
for _ in 0..<draws {
  let count = isBinomial ? binomial.draw(using: &generator) : poisson.draw(using: &generator)
  let scaled = (Double(count) - mean) / deviation
  let far = abs(scaled)
  first += scaled
  second += scaled * scaled
  if far > 2 && far < 4.9 { band += 1 }
  if far > 4 { tail += 1 }
}
print(draws, first, second, band, tail)
