import Foundation

/// The text of a file's bytes.
enum FileText {
    private static let remedy = "In Excel choose Save As, 'CSV UTF-8 (Comma delimited)', and import that file."

    /// Decodes UTF-8, UTF-16 with a byte order mark, or the old encoding that the file is said to have.
    /// - Throws: `Finding` where the bytes are of another encoding, or no text.
    static func decode(_ file: ImportFile) throws(Finding) -> String {
        let bytes = file.bytes
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw Finding(
                file: file.name, why: "an old Excel workbook (.xls) or one with a password, which is not read here",
                remedy: "In Excel choose Save As, 'Excel Workbook (*.xlsx)' or 'CSV UTF-8', without a password.")
        }
        let text: String
        if let wide = utf16(bytes) {
            text = wide
        } else {
            let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            let body = isMarked ? bytes.dropFirst(3) : bytes[...]
            if let encoding = file.encoding, !isMarked { return try decode(body, as: encoding, file.name) }
            text = try utf8(body, file.name)
        }
        guard !text.utf8.contains(0) else {
            throw Finding(file: file.name, why: "not a text file", remedy: remedy)
        }
        return text
    }

    private static func utf8(_ body: Data, _ name: String) throws(Finding) -> String {
        guard let text = String(validating: body, as: UTF8.self) else { throw notUTF8(body, name) }
        return text
    }

    private static func decode(_ body: Data, as encoding: LegacyEncoding, _ name: String) throws(Finding) -> String {
        guard let text = encoding.decode(body), !text.utf8.contains(0) else {
            throw Finding(
                file: name, why: "not encoded in \(encoding.title)", remedy: "Leave --encoding out. \(remedy)")
        }
        return text
    }

    private static func notUTF8(_ body: Data, _ name: String) -> Finding {
        let line = 1 + body.prefix(validPrefix(body)).count { $0 == 0x0A }
        guard let encoding = LegacyEncoding.detected(in: body) else {
            return Finding(
                file: name, line: line,
                why: "not UTF-8: an old encoding (TCVN3, VNI, Windows-1258) or no text at all", remedy: remedy)
        }
        return Finding(
            file: name, line: line, why: "not UTF-8: it looks like \(encoding.title)",
            remedy: "Add --encoding \(encoding.rawValue). Or: \(remedy)")
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
