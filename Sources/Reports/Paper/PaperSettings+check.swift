import Ratings

extension PaperSettings {
    /// A field that no paper can have.
    public struct Fault: Error, Hashable, CustomStringConvertible {
        /// The field as options and hailong.yaml call it.
        public var field: String
        /// What is wrong, and what to write instead.
        public var reason: String

        /// Field and reason.
        public var description: String { "\(field): \(reason)" }
    }

    /// Refuses what cannot stand on a paper, and what its state does not have.
    /// - Throws: the first `Fault`.
    public func check() throws(Fault) {
        try Self.check("issuer", issuer, atMost: 200)
        if let parent { try Self.check("parent", parent, atMost: 200) }
        if !place.isEmpty { try Self.check("place", place, atMost: 60) }
        try Self.check("sign", sign, atMost: 40)
        guard !sign.contains(where: \.isWhitespace) else {
            throw Fault(field: "sign", reason: "'\(sign)' holds a blank. Write it as BC-TTHC, without the number.")
        }
        try Self.check("authority", authority, atMost: 6, each: 100)
        if let signer { try Self.check("signer", signer, atMost: 100) }
        try Self.check("recipients", recipients, atMost: 30, each: 200)
        try checkState()
    }

    /// One signs first, then the clerk numbers and dates: only an issued paper has either, and it has both.
    private func checkState() throws(Fault) {
        if let number, !(1...99_999).contains(number) {
            throw Fault(field: "number", reason: "\(number) is not between 1 and 99999.")
        }
        guard state == .issued else {
            guard number == nil, date == nil else {
                throw Fault(
                    field: number == nil ? "date" : "number",
                    reason: "a paper gets its number and date when it is issued. Add --state issued, or leave them out."
                )
            }
            return
        }
        guard number != nil else { throw Fault(field: "number", reason: "an issued paper has one. Add --number.") }
        guard date != nil else { throw Fault(field: "date", reason: "an issued paper has one. Add --date.") }
    }

    private static func check(_ field: String, _ lines: [String], atMost count: Int, each: Int) throws(Fault) {
        guard lines.count <= count else {
            throw Fault(field: field, reason: "\(lines.count) lines are more than \(count).")
        }
        for line in lines { try check(field, line, atMost: each) }
    }

    private static func check(_ field: String, _ text: String, atMost limit: Int) throws(Fault) {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Fault(field: field, reason: "it is empty. Write it, or leave the setting out.")
        }
        guard text.count <= limit else {
            throw Fault(field: field, reason: "'\(text.prefix(30))…' has \(text.count) letters, more than \(limit).")
        }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw Fault(field: field, reason: "it holds a control character or a line end. Write one line.")
        }
    }
}
