import CSodium
import Glibc

/// The bytes that one link of the chain is the hash of, written into memory that is used again.
struct LinkBytes: ~Copyable {
    private let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1024, alignment: 8)
    private var count = 0

    deinit { bytes.deallocate() }

    /// What was added since it was cleared.
    var content: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[..<count]) }

    mutating func clear() { count = 0 }

    mutating func addNull() { append(0) }

    mutating func add(_ number: Int64) {
        append(1)
        bytes.storeBytes(of: number.littleEndian, toByteOffset: count, as: Int64.self)
        count += 8
    }

    mutating func add(_ text: UnsafePointer<CChar>) {
        add(2, UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    mutating func add(blob: UnsafeRawBufferPointer) { add(3, blob) }

    /// Writes the hash to `hash`, which has room for 32 bytes.
    func hash(into hash: UnsafeMutableRawBufferPointer) {
        let (result, content) = (hash.assumingMemoryBound(to: UInt8.self), content.assumingMemoryBound(to: UInt8.self))
        guard let start = result.baseAddress else { return }
        // Fails only for impossible lengths.
        _ = crypto_generichash(start, 32, content.baseAddress, UInt64(count), nil, 0)
    }

    private mutating func add(_ type: UInt8, _ content: UnsafeRawBufferPointer) {
        append(type)
        bytes.storeBytes(of: UInt32(content.count).littleEndian, toByteOffset: count, as: UInt32.self)
        count += 4
        UnsafeMutableRawBufferPointer(rebasing: bytes[count...]).copyMemory(from: content)
        count += content.count
    }

    private mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }
}
