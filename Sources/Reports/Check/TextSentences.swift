/// The sentences of a text.
enum TextSentences {
    /// What ends with a full stop in the middle of a name: `TP. Sóc Trăng`.
    private static let abbreviations: Set = ["tp", "tx", "tt", "p", "q", "h", "x", "ths", "ts", "st"]

    /// The sentences of a text with single blanks, without the full stops between them.
    static func of(_ text: String) -> [Substring] {
        var sentences: [Substring] = []
        var start = text.startIndex
        let bytes = text.utf8
        var place = bytes.startIndex
        while let stop = bytes[place...].firstIndex(of: UInt8(ascii: ".")) {
            let next = bytes.index(after: stop)
            place = next
            guard next < bytes.endIndex, bytes[next] == UInt8(ascii: " "),
                !abbreviations.contains(lastWord(of: text[start..<stop]))
            else { continue }
            sentences.append(text[start..<stop])
            start = bytes.index(after: next)
            place = start
        }
        sentences.append(text[start...])
        return sentences.filter { !$0.isEmpty }
    }

    private static func lastWord(of sentence: Substring) -> String {
        String(sentence.suffix(4).split(separator: " ", omittingEmptySubsequences: false).last ?? "").lowercased()
    }
}
