import Foundation

/// Why something failed, in the system's own words: "No space left on device".
///
/// Foundation hides them in errors whose descriptions are not for people. Other errors describe themselves.
func systemReason(of error: any Error) -> String {
  guard isFoundations(error) else { return "\(error)" }
  let error = error as NSError
  if error.domain == NSPOSIXErrorDomain { return words(of: Int32(error.code)) }
  if let underlying = error.userInfo[NSUnderlyingErrorKey] as? any Error {
    return systemReason(of: underlying)
  }
  switch CocoaError.Code(rawValue: error.code) {
  case .fileWriteOutOfSpace: return words(of: ENOSPC)
  case .fileWriteVolumeReadOnly: return words(of: EROFS)
  case .fileWriteNoPermission, .fileReadNoPermission: return words(of: EACCES)
  case .fileNoSuchFile, .fileReadNoSuchFile: return words(of: ENOENT)
  case .fileWriteFileExists: return words(of: EEXIST)
  default: return error.localizedDescription
  }
}

extension Failure {
  /// An error that nothing has answered before.
  init(unanswered error: any Error) {
    let isWriting =
      isFoundations(error) && (error as NSError).domain == NSCocoaErrorDomain
      && cocoaCodesOfWriting.contains((error as NSError).code)
    self.init(
      code: isWriting ? .cannotWrite : .software,
      sentence: (isWriting ? "cannot write: " : "") + systemReason(of: error))
  }
}

private func isFoundations(_ error: any Error) -> Bool {
  error is POSIXError || error is CocoaError
    || [NSPOSIXErrorDomain, NSCocoaErrorDomain].contains((error as NSError).domain)
}

/// As Foundation numbers its errors.
private let cocoaCodesOfWriting = 512..<1024

private func words(of code: Int32) -> String { String(cString: strerror(code)) }
