import Experiments

/// The experiment that writes the file at `path`: of those whose id its name begins with, the longest.
func owningExperiment(of path: String) -> String? {
  let file = path.split(separator: "/").last ?? ""
  return allExperiments.map { $0.id }.filter { file.hasPrefix($0) }.max { $0.count < $1.count }
}

/// Where the results of experiment `id` stand in a folder with all results: "beyond/" for those outside
/// the standard set, nothing for the others.
func resultsPlace(of id: String) -> String {
  beyondExperiments.contains { $0.id == id } ? "beyond/" : ""
}
