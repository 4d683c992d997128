import Foundation

/// A named field in a paragraph's text: `{{tong_luot}}`.
struct TemplateField: Hashable {
    /// Its name as fields are called: lower case, without accents, words joined by `_`.
    var name: String
    /// Where it stands, its brackets among it, in scalars of the text.
    var range: Range<Int>

    /// What is found in a text.
    struct Findings: Hashable {
        var fields: [TemplateField] = []
        /// What begins like a field or ends like one, and is none; the first ones.
        private(set) var broken: [String] = []

        fileprivate mutating func addBroken(_ text: String) {
            // One more than is told says that there are more.
            if broken.count <= TemplateFaults.most { broken.append(text) }
        }
    }

    /// Stands for what no field can go across: a tab, a line break.
    static let barrier: Unicode.Scalar = "\u{FFFC}"

    /// Finds the fields in `text`.
    static func find(in text: [Unicode.Scalar]) -> Findings {
        var findings = Findings()
        var index = 0
        // Up to here all is told.
        var told = 0
        while index < text.count {
            if isPair("{", at: index, of: text) {
                let start = index + 2
                var end = start
                while end < text.count, text[end] != barrier, !isPair("}", at: end, of: text),
                    !isPair("{", at: end, of: text)
                {
                    end += 1
                }
                let name = name(text[start..<min(end, text.count)])
                if isPair("}", at: end, of: text), let name {
                    findings.fields.append(TemplateField(name: name, range: index..<end + 2))
                    index = end + 2
                } else {
                    let stop = isPair("}", at: end, of: text) ? end + 2 : min(end, index + 30)
                    findings.addBroken(shown(text[index..<max(start, stop)]))
                    index = max(start, stop)
                }
                told = index
            } else if isPair("}", at: index, of: text) {
                findings.addBroken(shown(text[max(told, index - 28)..<index + 2]))
                index += 2
                told = index
            } else {
                index += 1
            }
        }
        return findings
    }

    /// The name that people may write with capitals, accents and spaces; nil where it is none.
    static func name(_ text: ArraySlice<Unicode.Scalar>) -> String? {
        let words = string(text).lowercased().replacing("đ", with: "d").decomposedStringWithCanonicalMapping
            .unicodeScalars.filter { !("\u{300}"..."\u{36F}").contains($0) }
        let name = String(String.UnicodeScalarView(words)).split { $0.isWhitespace || $0 == "-" }
            .joined(separator: "_")
        let isName = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
        return isName && !name.isEmpty ? name : nil
    }

    private static func isPair(_ bracket: Unicode.Scalar, at index: Int, of text: [Unicode.Scalar]) -> Bool {
        index + 1 < text.count && text[index] == bracket && text[index + 1] == bracket
    }

    private static func shown(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        string(scalars.map { $0 == barrier ? " " : $0 }).trimmingCharacters(in: .whitespaces)
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
