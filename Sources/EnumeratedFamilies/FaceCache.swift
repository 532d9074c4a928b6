import Synchronization

/// The faces that means lay on lately.
///
/// A loop stays on a face for many generations, and to ask a small polytope is many times cheaper than
/// the whole one. What is answered does not depend on what is kept: a face of a face is a face.
final class FaceCache: Sendable {
  private static let capacity = 16

  /// The last used first.
  private let faces = Mutex<[FaceModel]>([])

  /// The smallest face of a mean, if it lies on a face that is kept.
  func smallestFace(containing sum: [Int128], count: Int) -> [Int]? {
    for face in faces.withLock({ $0 }) {
      // A mean that is elsewhere is off the face's plane, which is soon found.
      guard let found = try? face.hull.smallestFace(containing: sum, count: count) else {
        continue
      }
      return found.map { face.states[$0] }
    }
    return nil
  }

  /// The model of a face, made if it is not kept.
  func model(of states: [Int], make: () -> FaceModel) -> FaceModel {
    let kept = faces.withLock { faces -> FaceModel? in
      guard let index = faces.firstIndex(where: { $0.states == states }) else { return nil }
      let face = faces.remove(at: index)
      faces.insert(face, at: 0)
      return face
    }
    if let kept { return kept }
    let face = make()
    faces.withLock { faces in
      if faces.contains(where: { $0.states == states }) { return }
      faces.insert(face, at: 0)
      if faces.count > Self.capacity { faces.removeLast() }
    }
    return face
  }
}
