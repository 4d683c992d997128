import Foundation

/// Makes texts of bytes that mostly are those asked before.
struct LastText {
    /// The text of the last bytes.
    private(set) var text = ""

    mutating func text(of bytes: UnsafeRawBufferPointer) -> String {
        _ = changes(to: bytes)
        return text
    }

    /// Takes these bytes for the text, and says whether it was another one before.
    mutating func changes(to bytes: UnsafeRawBufferPointer) -> Bool {
        let isSame = text.withUTF8 { known in
            guard known.count == bytes.count else { return false }
            guard let one = known.baseAddress, let other = bytes.baseAddress else { return true }
            return memcmp(one, other, bytes.count) == 0
        }
        if !isSame { text = String(decoding: bytes, as: UTF8.self) }
        return !isSame
    }
}
