import Diagnosis
import Foundation

// diagnose-timer THREADS TRUTH GENERATION...: reads the files, and prints a line of seconds, then a line of counts for
// each column.
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 4, let threads = arguments.first.flatMap({ Int($0) }), threads > 0 else {
  FileHandle.standardError.write(Data("usage: diagnose-timer THREADS TRUTH GENERATION...\n".utf8))
  exit(64)
}
var options = GenerationFiles.Options()
options.threads = threads
let files = arguments.dropFirst()
let clock = ContinuousClock()
let begin = clock.now
let data = try GenerationFiles(
  .files(Array(files.dropFirst())), truth: files.first, options: options
).read()
let time = (clock.now - begin).components
print("seconds,\(Double(time.seconds) + Double(time.attoseconds) * 1e-18)")
for note in data.notes.prefix(20) { FileHandle.standardError.write(Data("\(note)\n".utf8)) }
for history in data.histories where history.kind != .tails {
  print("\(history.column),\(history.kind.rawValue),", terminator: "")
  print(
    ([history.truth] + history.counts).map { $0.map(String.init).joined(separator: " ") }
      .joined(separator: ";"))
}
