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
    /// them. The text is looked through once for each of the words, however often it has them.
    func values(in text: String) -> [(field: String, value: String)]? {
        // A field at the end would stand for anything, too.
        guard let first = parts.first, !first.words.isEmpty, !end.isEmpty else { return nil }
        let text = Array(TextCheck.normal(text).utf8)
        let words = parts.map { Array($0.words.utf8) } + [Array(end.utf8)]
        let places = words.map { Self.places(of: $0, in: text) }
        var best: [Range<Int>]?
        for place in places[0] {
            guard let found = values(behind: place + words[0].count, words, places) else { continue }
            if best.map({ Self.length(found) < Self.length($0) }) ?? true { best = found }
        }
        return best.map { ranges in
            zip(parts, ranges).map { ($0.field, String(decoding: text[$1], as: UTF8.self)) }
        }
    }

    /// A field is a number or some clauses of the same sentence.
    private static let longest = 2000

    private static func length(_ ranges: [Range<Int>]) -> Int { ranges.reduce(0) { $0 + $1.count } }

    private func values(behind start: Int, _ words: [[UInt8]], _ places: [[Int]]) -> [Range<Int>]? {
        var ranges: [Range<Int>] = []
        var start = start
        for index in parts.indices {
            guard let next = Self.first(from: start, in: places[index + 1]), next > start, next - start <= Self.longest
            else { return nil }
            ranges.append(start..<next)
            start = next + words[index + 1].count
        }
        return ranges
    }

    /// The first of sorted places that is not before `start`.
    private static func first(from start: Int, in places: [Int]) -> Int? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low < places.count ? places[low] : nil
    }

    /// Whether a text has these words.
    static func isThere(_ words: [UInt8], in text: [UInt8]) -> Bool {
        guard let first = words.first, text.count >= words.count else { return false }
        return (0...(text.count - words.count)).contains { place in
            text[place] == first && text[place..<place + words.count].elementsEqual(words)
        }
    }

    private static func places(of words: [UInt8], in text: [UInt8]) -> [Int] {
        guard text.count >= words.count else { return [] }
        let isStop = words == [UInt8(ascii: ".")]
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return (0...(text.count - words.count)).filter { place in
            guard text[place] == words[0], text[place..<place + words.count].elementsEqual(words) else { return false }
            // The full stop of a sentence, not the dot of 1.234.
            return !(isStop && place + 1 < text.count && digits.contains(text[place + 1]))
        }
    }
}
