import Foundation

/// The text of a file's bytes.
enum FileText {
    private static let remedy = "In Excel choose Save As, 'CSV UTF-8 (Comma delimited)', and import that file."

    /// Decodes UTF-8, or UTF-16 with a byte order mark.
    /// - Throws: `Finding` where the bytes are too many, of another encoding, or no text.
    static func decode(_ file: ImportFile) throws(Finding) -> String {
        let bytes = file.bytes
        guard bytes.count <= FileLimits.bytes else {
            throw Finding(
                file: file.name, why: "larger than \(FileLimits.bytes / 1024 / 1024) MB",
                remedy: "Split it into several files of the same kind.")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            throw Finding(file: file.name, why: "an Excel workbook, which is not read here", remedy: remedy)
        }
        let text = if let wide = utf16(bytes) { wide } else { try utf8(file) }
        guard !text.utf8.contains(0) else {
            throw Finding(file: file.name, why: "not a text file", remedy: remedy)
        }
        return text
    }

    private static func utf8(_ file: ImportFile) throws(Finding) -> String {
        let bytes = file.bytes
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else {
            let line = 1 + body.prefix(validPrefix(body)).count { $0 == 0x0A }
            throw Finding(
                file: file.name, line: line,
                why: "not UTF-8: an old encoding (TCVN3, VNI, Windows-1258) or no text at all", remedy: remedy)
        }
        return text
    }

    private static func utf16(_ bytes: Data) -> String? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count % 2 == 0 else { return nil }
        let raw = [UInt8](bytes.dropFirst(2))
        let units = stride(from: 0, to: raw.count, by: 2).map { index in
            let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        return String(validating: units, as: UTF16.self)
    }

    /// How many bytes are good before the first bad one.
    private static func validPrefix(_ bytes: Data) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var count = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { count += UTF8.width(scalar) }
        return count
    }
}
