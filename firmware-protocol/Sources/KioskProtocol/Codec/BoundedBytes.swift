/// Up to `capacity` bytes, held in place: no heap, no pointer.
public struct BoundedBytes<let capacity: Int>: Sendable, Equatable {
    var storage: InlineArray<capacity, UInt8>
    /// How many bytes are held, 0 to `capacity`.
    public private(set) var count: Int

    /// No bytes.
    public init() {
        storage = InlineArray(repeating: 0)
        count = 0
    }

    /// The bytes of `bytes`, or nil if there are more than fit.
    public init?(_ bytes: some Sequence<UInt8>) {
        self.init()
        for byte in bytes {
            guard append(byte) else { return nil }
        }
    }

    /// The bytes of a UTF-8 text, cut before the first character that does not fit whole.
    public init(truncating utf8: some Sequence<UInt8>) {
        self.init()
        var characterStart = 0
        for byte in utf8 {
            // A byte 10xxxxxx continues a character; every other byte begins one.
            if byte & 0xC0 != 0x80 { characterStart = count }
            guard append(byte) else {
                count = characterStart
                return
            }
        }
    }

    /// Whether no bytes are held.
    public var isEmpty: Bool { count == 0 }

    /// The byte at `index`, from 0 to `count - 1`; 0 outside of that, so that no index can trap.
    public subscript(index: Int) -> UInt8 {
        index >= 0 && index < count ? storage[index] : 0
    }

    /// Appends one byte; false (and nothing changed) when full.
    @discardableResult
    public mutating func append(_ byte: UInt8) -> Bool {
        guard count < capacity else { return false }
        storage[count] = byte
        count += 1
        return true
    }

    /// Forgets all bytes.
    public mutating func removeAll() { count = 0 }

    mutating func set(_ index: Int, _ byte: UInt8) {
        guard index >= 0, index < count else { return }
        storage[index] = byte
    }

    mutating func truncate(to newCount: Int) {
        if newCount < count { count = newCount }
    }

    /// Whether both hold the same bytes.
    public static func == (left: Self, right: Self) -> Bool {
        guard left.count == right.count else { return false }
        for index in 0..<left.count where left.storage[index] != right.storage[index] { return false }
        return true
    }
}
