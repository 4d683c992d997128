import Foundation

/// A sentence with named fields in braces, to be found in a text again.
struct Sentence {
    /// The words before each field, with its name.
    private var parts: [(words: String, field: String)] = []
    /// The words behind the last field.
    private var end: String

    init(template: String) {
        var rest = TextCheck.normal(template)[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append((String(rest[..<open]), String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        end = String(rest)
        // A field at the beginning would stand for anything.
        if parts.first?.words.isEmpty == true { parts.removeFirst() }
    }

    /// What stands for the fields where a text has the words of the sentence closest together; nil where it nowhere has
    /// them.
    func values(in text: String) -> [(field: String, value: String)]? {
        let text = TextCheck.normal(text)
        // So would one at the end.
        guard let first = parts.first, !first.words.isEmpty, !end.isEmpty else { return nil }
        let places = text.ranges(of: first.words).compactMap { values(behind: text[$0.upperBound...]) }
        return places.min { left, right in length(left) < length(right) }
    }

    private func length(_ values: [(field: String, value: String)]) -> Int {
        values.reduce(0) { $0 + $1.value.count }
    }

    private func values(behind text: Substring) -> [(field: String, value: String)]? {
        var values: [(field: String, value: String)] = []
        var rest = text
        for (index, part) in parts.enumerated() {
            let words = index + 1 < parts.count ? parts[index + 1].words : end
            // The full stop of a sentence, not the dot of 1.234.
            guard let next = rest.ranges(of: words).first(where: { words != "." || !rest.hasDigit(at: $0.upperBound) })
            else { return nil }
            let value = rest[..<next.lowerBound]
            // A field is a number or some clauses of the same sentence.
            guard !value.isEmpty, value.count <= 1000 else { return nil }
            values.append((part.field, String(value)))
            rest = rest[next.upperBound...]
        }
        return values
    }
}

extension Substring {
    fileprivate func hasDigit(at index: Index) -> Bool { index < endIndex && self[index].isNumber }
}
