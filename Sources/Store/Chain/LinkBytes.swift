import CSodium

/// The bytes that a link is the hash of, in memory that is used again for every row: the link of the row before with
/// its type and length, then the table's name and the columns, as `ChainHash` writes them.
final class LinkBytes {
    private static let linkSize = 32
    /// Type and length of a link, and the link.
    private static let room = 5 + linkSize

    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 8)
    private var count = LinkBytes.room

    deinit { memory.deallocate() }

    /// Begins a new row.
    func clear() { count = Self.room }

    func addNull() { write(UInt8(0)) }

    func add(_ type: UInt8, _ number: UInt64) {
        write(type)
        write(number.littleEndian)
    }

    func add(_ type: UInt8, _ bytes: UnsafeRawBufferPointer) {
        write(type)
        write(UInt32(truncatingIfNeeded: bytes.count).littleEndian)
        reserve(bytes.count)
        UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: bytes)
        count += bytes.count
    }

    /// The link behind one that is `previous`.
    func link(after previous: [UInt8]) -> [UInt8] {
        // Only an altered link has another length, and a row of its own to be hashed with.
        guard previous.count == Self.linkSize else { return rare(after: previous) }
        memory[0] = 3
        memory.storeBytes(of: UInt32(Self.linkSize).littleEndian, toByteOffset: 1, as: UInt32.self)
        previous.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: memory[5...]).copyMemory(from: $0) }
        return Self.hash(UnsafeRawBufferPointer(rebasing: memory[..<count]))
    }

    private func rare(after previous: [UInt8]) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt32(truncatingIfNeeded: previous.count).littleEndian) { Array($0) }
        let whole = [3] + length + previous + memory[Self.room..<count]
        return whole.withUnsafeBytes { Self.hash($0) }
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: linkSize) { link, count in
            guard let start = link.baseAddress else { return }
            // Fails only for impossible lengths.
            _ = crypto_generichash(
                start, linkSize, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, UInt64(bytes.count), nil, 0)
            count = linkSize
        }
    }

    private func write(_ value: some FixedWidthInteger & BitwiseCopyable) {
        let size = MemoryLayout.size(ofValue: value)
        reserve(size)
        memory.storeBytes(of: value, toByteOffset: count, as: type(of: value))
        count += size
    }

    private func reserve(_ size: Int) {
        guard count + size > memory.count else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * (count + size), alignment: 8)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
        memory.deallocate()
        memory = larger
    }
}
