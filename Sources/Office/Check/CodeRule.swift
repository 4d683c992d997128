import Foundation

/// What codes, UIDs and names may look like.
enum CodeRule {
    /// The remedy for a bad code.
    static let codeRemedy = "Use 1 to 24 of A–Z, a–z, 0–9, '.', '_' and '-'."
    /// The remedy for a bad UID.
    static let uidRemedy = "Use the code that 'hailong devices' shows: hexadecimal digits, or usb-… or place-…."

    /// Whether `text` may be the code of a unit, counter, officer or the like.
    static func isCode(_ text: String) -> Bool {
        (1...24).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// The UID as it is stored; nil where `text` is none.
    static func uid(_ text: String) -> String? {
        let uid = clean(text).lowercased()
        let isHexadecimal = uid.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
        return (2...32).contains(uid.utf8.count) && isHexadecimal || isBorrowed(uid) ? uid : nil
    }

    /// Whether this is the identity of a box without a UID of its own, which has that of its cable or its socket.
    private static func isBorrowed(_ uid: String) -> Bool {
        (uid.hasPrefix("usb-") || uid.hasPrefix("place-")) && (6...64).contains(uid.utf8.count)
            && uid.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789._-".utf8.contains($0) }
    }

    /// The text as it is stored: composed, with plain spaces, without any at the ends.
    static func clean(_ text: some StringProtocol) -> String {
        // Most cells are plain codes and dates, and a file may have a million of them.
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
            let inner = String(text).utf8.drop(while: isSpace)
            guard let last = inner.lastIndex(where: { !isSpace($0) }) else { return "" }
            return String(decoding: inner[...last], as: UTF8.self)
        }
        return text.precomposedStringWithCanonicalMapping.replacing("\u{A0}", with: " ").replacing(
            "\u{202F}", with: " "
        )
        .trimmingCharacters(in: edges)
    }

    private static let edges = CharacterSet.whitespacesAndNewlines.union(
        CharacterSet(charactersIn: "\u{FEFF}\u{200B}"))

    /// The text for comparing headings and words: lower case, without marks, single spaces.
    static func folded(_ text: String) -> String {
        let text = clean(text).lowercased()
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return text.split { $0.isWhitespace || $0 == "_" }.joined(separator: " ")
        }
        let plain = text.replacing("đ", with: "d").replacing("_", with: " ")
            .folding(options: .diacriticInsensitive, locale: nil)
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
