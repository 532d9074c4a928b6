/// The distinct values of a column, numbered as they come, by their bytes.
///
/// An open-addressed hash table. Values of eight bytes or fewer are compared as one word; longer ones stand one
/// behind the other in an array of bytes.
final class ValueTable {
  /// How many values there are.
  private(set) var count = 0
  /// Bytes of the values that are longer than a word.
  private var longBytes: [UInt8] = []

  private struct Entry {
    var hash: UInt64
    var head: UInt64
    var length: Int
    var offset: Int
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity = 16
  /// Numbers of entries plus one; 0 where a slot is free.
  private var slots: UnsafeMutablePointer<UInt32>
  private var mask = 31

  init() {
    entries = .allocate(capacity: entryCapacity)
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
  }

  /// Bytes that the values take which do not fit a word.
  var longByteCount: Int { longBytes.count }

  /// The number of a value, which is entered where it is new.
  @inline(__always)
  func index(of bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let head = Self.word(bytes, length)
    let hash = length <= 8 ? Self.mix(head, UInt64(length)) : Self.hash(bytes, length, head)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = Int(slots[slot])
      if number == 0 { return enter(bytes, length, head, hash, slot) }
      let entry = entries + (number &- 1)
      if entry.pointee.hash == hash, entry.pointee.head == head, entry.pointee.length == length,
        length <= 8 || hasBytes(entry.pointee.offset, bytes, length)
      {
        return number &- 1
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// The values as text, by number.
  var values: [String] {
    (0..<count).map { number in
      let entry = entries[number]
      guard entry.length > 8 else {
        return withUnsafeBytes(of: entry.head.littleEndian) {
          String(decoding: $0.prefix(entry.length), as: UTF8.self)
        }
      }
      return String(
        decoding: longBytes[entry.offset..<(entry.offset + entry.length)], as: UTF8.self)
    }
  }

  /// The first bytes of a value, up to eight; words of more may be read behind it.
  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self).littleEndian
    guard length < 8 else { return word }
    return word & ((1 << UInt64(8 &* length)) &- 1)
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x9e37_79b9_7f4a_7c15)
      .multipliedFullWidth(by: b ^ 0xd1b5_4a32_d192_ed03)
    return product.high ^ product.low
  }

  @inline(never)
  private static func hash(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ head: UInt64) -> UInt64 {
    var hash = mix(head, UInt64(length))
    var place = 8
    while place < length {
      hash = mix(hash, word(bytes + place, length - place))
      place += 8
    }
    return hash
  }

  private func hasBytes(_ offset: Int, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    longBytes.withUnsafeBufferPointer { all in
      UnsafeBufferPointer(rebasing: all[offset..<(offset + length)])
        .elementsEqual(UnsafeBufferPointer(start: bytes, count: length))
    }
  }

  @inline(never)
  private func enter(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, _ head: UInt64, _ hash: UInt64, _ slot: Int
  ) -> Int {
    if count == entryCapacity {
      let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * entryCapacity)
      larger.update(from: entries, count: count)
      entries.deallocate()
      (entries, entryCapacity) = (larger, 2 * entryCapacity)
    }
    entries[count] = Entry(hash: hash, head: head, length: length, offset: longBytes.count)
    if length > 8 { longBytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length)) }
    slots[slot] = UInt32(count + 1)
    count += 1
    // Half of the slots are free at least.
    if 2 * count > mask { rehash() }
    return count - 1
  }

  private func rehash() {
    slots.deallocate()
    mask = 2 * mask + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for number in 0..<count {
      var slot = Int(truncatingIfNeeded: entries[number].hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }
}
