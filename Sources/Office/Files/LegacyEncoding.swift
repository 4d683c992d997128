import Foundation

/// The encodings of Vietnamese from before Unicode that files still have.
public enum LegacyEncoding: String, Codable, Hashable, Sendable, CaseIterable {
    /// TCVN 5712 as the ABC fonts (.VnTime) have it. Its capital letters are those of fonts: they come out small.
    case tcvn3
    /// VNI for Windows: a letter and behind it its marks.
    case vni
    /// Microsoft's code page: letters, and tones behind them.
    case windows1258 = "windows-1258"

    /// What people call it.
    public var title: String {
        switch self {
        case .tcvn3: "TCVN3 (ABC)"
        case .vni: "VNI"
        case .windows1258: "Windows-1258"
        }
    }

    /// The text, composed (NFC); nil where the bytes are not in this encoding.
    func decode(_ bytes: some Collection<UInt8>) -> String? {
        let text =
            switch self {
            case .tcvn3: Self.convert(Array(bytes), from: "TCVN5712-1")
            case .vni: VNI.decode(bytes)
            case .windows1258: Self.convert(Array(bytes), from: "CP1258")
            }
        return text?.precomposedStringWithCanonicalMapping
    }

    /// The encoding in which most of the words with marks are Vietnamese syllables; nil where they are in none.
    static func detected(in bytes: some Collection<UInt8>) -> LegacyEncoding? {
        let head = Array(bytes.prefix(100_000))
        var best: (encoding: LegacyEncoding, syllables: Int)?
        for encoding in allCases {
            guard let text = encoding.decode(head) else { continue }
            let words = text.split { !$0.isLetter }.filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
            let syllables = words.count { VietnameseSyllable.isLikely($0) }
            guard syllables * 2 > words.count, syllables > best?.syllables ?? 0 else { continue }
            best = (encoding, syllables)
        }
        return best?.encoding
    }

    /// Converts with the system's own tables.
    private static func convert(_ bytes: [UInt8], from name: String) -> String? {
        let converter = iconv_open("UTF-8", name)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        let room = output.count
        let left: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (source, sourceLeft) = (input.baseAddress, input.count)
                var (target, targetLeft) = (output.baseAddress, output.count)
                guard iconv(converter, &source, &sourceLeft, &target, &targetLeft) != -1,
                    iconv(converter, nil, nil, &target, &targetLeft) != -1
                else { return nil }
                return targetLeft
            }
        }
        return left.map { left in
            String(decoding: output[..<(room - left)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}

/// VNI for Windows, for which the system has no table.
enum VNI {
    /// What a byte behind a vowel adds to it, as combining marks.
    private static let marks: [UInt8: String] = [
        0xF9: "\u{301}", 0xF8: "\u{300}", 0xFB: "\u{309}", 0xF5: "\u{303}", 0xEF: "\u{323}",
        0xE2: "\u{302}", 0xE1: "\u{302}\u{301}", 0xE0: "\u{302}\u{300}", 0xE5: "\u{302}\u{309}",
        0xE3: "\u{302}\u{303}", 0xE4: "\u{302}\u{323}",
        0xEA: "\u{306}", 0xE9: "\u{306}\u{301}", 0xE8: "\u{306}\u{300}", 0xFA: "\u{306}\u{309}",
        0xFC: "\u{306}\u{303}", 0xEB: "\u{306}\u{323}",
    ]

    /// Letters of one byte.
    private static let letters: [UInt8: String] = [
        0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xF4: "ơ", 0xF6: "ư", 0xEE: "ỵ", 0xF1: "đ",
    ]

    /// The text, not yet composed.
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        var text = ""
        var isAfterVowel = false
        for byte in bytes {
            // Capitals stand 32 before the small ones.
            let small = byte >= 0xC0 ? byte | 0x20 : byte
            if byte < 0x80 {
                text.unicodeScalars.append(UnicodeScalar(byte))
                isAfterVowel = "aeouyAEOUY".utf8.contains(byte)
            } else if isAfterVowel, let mark = marks[small] {
                text += mark
                isAfterVowel = false
            } else if let letter = letters[small] {
                text += byte == small ? letter : letter.uppercased()
                isAfterVowel = letter == "ơ" || letter == "ư"
            } else {
                text.unicodeScalars.append(UnicodeScalar(byte))
                isAfterVowel = false
            }
        }
        return text
    }
}

/// How Vietnamese words are built, by which an encoding is told.
enum VietnameseSyllable {
    private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    /// Whether a word has an onset, vowels and an ending that Vietnamese has, and one tone at most.
    static func isLikely(_ word: some StringProtocol) -> Bool {
        let scalars = word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        guard scalars.count(where: { tones.contains($0) }) <= 1 else { return false }
        var bare = String.UnicodeScalarView()
        bare.append(contentsOf: scalars.filter { !tones.contains($0) })
        let pattern =
            /(?:b|ch?|d|đ|gh?|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aăâeêioôơuưy]{1,3}(?:ch?|m|ng?|nh|p|t)?/
        return String(bare).precomposedStringWithCanonicalMapping.wholeMatch(of: pattern) != nil
    }
}
