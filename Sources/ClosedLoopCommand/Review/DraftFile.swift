import Claims
import Documents
import Figures
import Foundation
import Report

/// Drafts on disk.
enum DraftFile {
  /// Reads a draft with what it includes.
  ///
  /// - Throws: ``Failure`` with exit code 65 if its main file cannot be read or is no LaTeX, 64 for a folder.
  static func read(_ path: String) throws -> ReadDraft {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Failure(
        code: .badArguments,
        sentence: "\(path) is a folder: name the main file of the draft, such as \(path)/main.tex")
    }
    let text = try readText(at: path, hint: "name a LaTeX file")
    let folder = (path as NSString).deletingLastPathComponent
    return try badData {
      ReadDraft(
        try Draft(file: path, text: text) { inclusion(of: $0, beside: folder) }, isFigure: isFigure)
    }
  }

  /// Findings for the pictures of a draft that are in no file.
  static func missingPictures(of draft: ReadDraft, at path: String) throws -> [Review.Finding] {
    // With folders of its own for pictures, LaTeX knows better.
    guard try !readText(at: path, hint: "name a LaTeX file").contains("\\graphicspath") else {
      return []
    }
    let folder = (path as NSString).deletingLastPathComponent
    return draft.otherPictures.filter { !isThere(picture: $0.arguments[0], beside: folder) }.map {
      use in
      let name = use.arguments[0]
      let reason =
        name.contains("\\")
        ? namedByMacro : "there is no such file, nor a figure of that name"
      return Review.Finding(
        kind: .unresolved, place: use.place, sentence: "",
        problem: "\\includegraphics{\(name)}: \(reason)", suggestion: nil)
    }
  }

  private static let namedByMacro =
    "macros in the name of a file are not expanded here: write the name itself"

  /// The folder beside a draft of what is made for it from results.
  static let generated = "generated"

  private static func isFigure(_ name: String) -> Bool { allFigures.contains { $0.id == name } }

  /// What is made from results is never read as a part of the draft; it need not even be there yet.
  private static func inclusion(of name: String, beside folder: String) -> Draft.Inclusion {
    if name.contains("\\") || name.contains("#") { return .unreadable(namedByMacro) }
    let stem = Draft.pictureName(name)
    let isOurs = stem == "numbers" || isFigure(stem)
    if isOurs, name.hasPrefix("\(generated)/") { return .generated }
    for candidate in [name, "\(name).tex"] {
      let path = folder.isEmpty ? candidate : "\(folder)/\(candidate)"
      if FileManager.default.fileExists(atPath: path) {
        do {
          let text = try readText(at: path, hint: "make it readable")
          return isOurs && isMade(text) ? .generated : .part(file: path, text: text)
        } catch {
          return .unreadable("\(error)")
        }
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

  private static func isThere(picture name: String, beside folder: String) -> Bool {
    let path = folder.isEmpty ? name : "\(folder)/\(name)"
    return ["", ".pdf", ".png", ".jpg", ".jpeg", ".eps"]
      .contains { FileManager.default.fileExists(atPath: path + $0) }
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
