import Foundation

/// Makes texts of bytes that mostly are those asked before.
struct LastText {
    private var last = ""

    mutating func text(of bytes: UnsafeRawBufferPointer) -> String {
        let isSame = last.withUTF8 { known in
            guard known.count == bytes.count else { return false }
            guard let one = known.baseAddress, let other = bytes.baseAddress else { return true }
            return memcmp(one, other, bytes.count) == 0
        }
        if !isSame { last = String(decoding: bytes, as: UTF8.self) }
        return last
    }
}
