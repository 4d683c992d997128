import CSodium
import Foundation
import GRDB

/// One link of the chain: BLAKE2b-256 over the link before, the row's table and all its values, each with its type and
/// length.
struct ChainHash {
    /// What stands before the first row.
    static let origin = Data(repeating: 0, count: 32)

    /// The link of a row of the table `kind` with these values, behind the row whose hash is `previous`.
    static func link(after previous: Data, kind: String, _ values: some Sequence<DatabaseValue>) -> Data {
        link(after: previous, kind: kind) { hash in
            for value in values { hash.add(value) }
        }
    }

    /// The link of a row of the table `kind`, whose values `add` adds, behind the row whose hash is `previous`.
    static func link(after previous: Data, kind: String, _ add: (inout ChainHash) -> Void) -> Data {
        var hash = ChainHash()
        hash.add(previous)
        hash.add(kind)
        add(&hash)
        return Blake2b.hash(hash.bytes)
    }

    private var bytes: [UInt8] = []

    private init() { bytes.reserveCapacity(320) }

    private mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: addNull()
        case .int64(let number): add(number)
        case .string(let text): add(text)
        case .blob(let data): add(data)
        case .double(let number): add(4, number.bitPattern.littleEndian)
        }
    }

    private mutating func add(_ type: UInt8, _ number: some FixedWidthInteger) {
        bytes.append(type)
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }
}

extension ChainHash: ValueSink {
    mutating func addNull() { bytes.append(0) }

    mutating func add(_ number: Int64) { add(1, number.littleEndian) }

    mutating func add(_ text: String) {
        add(2, UInt32(truncatingIfNeeded: text.utf8.count).littleEndian)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ data: Data) {
        add(3, UInt32(truncatingIfNeeded: data.count).littleEndian)
        bytes.append(contentsOf: data)
    }
}

/// BLAKE2b-256 and random bytes, by libsodium.
enum Blake2b {
    static func hash(_ bytes: [UInt8]) -> Data {
        var out = [UInt8](repeating: 0, count: 32)
        // Fails only for impossible lengths.
        _ = crypto_generichash(&out, out.count, bytes, UInt64(bytes.count), nil, 0)
        return Data(out)
    }

    static func randomBytes(_ count: Int) -> Data {
        var out = [UInt8](repeating: 0, count: count)
        randombytes_buf(&out, count)
        return Data(out)
    }
}
