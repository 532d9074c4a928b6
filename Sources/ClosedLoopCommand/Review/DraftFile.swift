import Drafts
import Experiments
import Figures
import Foundation
import Tables

/// Drafts on disk.
enum DraftFile {
  /// Reads a draft with what it includes.
  ///
  /// - Throws: ``Failure`` with exit code 65 if a file cannot be read or is no LaTeX, 64 for a folder.
  static func read(_ path: String) throws -> ReadDraft {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Failure(
        code: .badArguments,
        sentence: "\(path) is a folder: name the main file of the draft, such as \(path)/main.tex")
    }
    let text = try readText(at: path, hint: "name a LaTeX file")
    let folder = (path as NSString).deletingLastPathComponent
    let draft = try badData {
      try ReadDraft(
        Draft(file: path, text: text) { try inclusion(of: $0, beside: folder) },
        isFigure: isFigure)
    }
    // With folders of its own for pictures, LaTeX knows better.
    if !text.contains("\\graphicspath") {
      for picture in draft.otherPictures { try requirePicture(picture, beside: folder) }
    }
    return draft
  }

  /// The folder beside a draft of what is made for it from results.
  static let generated = "generated"

  private static func isFigure(_ name: String) -> Bool { allFigures.contains { $0.id == name } }

  /// What is made from results is never read as a part of the draft; it need not even be there yet.
  private static func inclusion(of name: String, beside folder: String) throws -> Draft.Inclusion {
    let stem = Draft.pictureName(name)
    let isOurs = stem == "numbers" || isFigure(stem)
    if isOurs, name.hasPrefix("\(generated)/") { return .generated }
    for candidate in [name, "\(name).tex"] {
      let path = folder.isEmpty ? candidate : "\(folder)/\(candidate)"
      if FileManager.default.fileExists(atPath: path) {
        let text = try readText(at: path, hint: "it is included by the draft")
        return isOurs && isMade(text) ? .generated : .part(file: path, text: text)
      }
      let made =
        folder.isEmpty ? "\(generated)/\(candidate)" : "\(folder)/\(generated)/\(candidate)"
      if FileManager.default.fileExists(atPath: made) { return .generated }
    }
    return isOurs && !name.contains("/") ? .generated : .missing
  }

  /// Whether a file says that it was made from results.
  private static func isMade(_ text: String) -> Bool {
    text.hasPrefix("% drawn from ") || text.hasPrefix("% Written by closedloop numbers")
  }

  /// The file that LaTeX opens for what is made from results: beside the draft, or in the folder of what was
  /// made; `nil` if it is in neither.
  static func made(_ file: String, for draft: String) -> String? {
    let beside = (draft as NSString).deletingLastPathComponent
    let folder = beside.isEmpty ? "" : "\(beside)/"
    return ["\(folder)\(file)", "\(folder)\(generated)/\(file)"]
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  private static func requirePicture(_ use: MacroUse, beside folder: String) throws {
    let name = use.arguments[0]
    let path = folder.isEmpty ? name : "\(folder)/\(name)"
    let endings = ["", ".pdf", ".png", ".jpg", ".jpeg", ".eps"]
    guard !endings.contains(where: { FileManager.default.fileExists(atPath: path + $0) }) else {
      return
    }
    throw Failure(
      code: .badData,
      sentence:
        "\(use.place): \\includegraphics{\(name)}: there is no such file, nor a figure of that name"
    )
  }
}

/// Runs `body`; what is wrong with drafts, results and tables becomes a failure with exit code 65.
func badData<R>(at place: Place? = nil, _ body: () throws -> R) throws -> R {
  do {
    return try body()
  } catch let error where error is DraftError || error is ResultsError || error is CSVError {
    throw Failure(code: .badData, sentence: (place.map { "\($0): " } ?? "") + "\(error)")
  }
}
