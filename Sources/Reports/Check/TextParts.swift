import Ratings

/// A number of a text and the parts that it is said to have: `10.170 hồ sơ (trong đó trước hạn 9.991, đúng hạn 170, quá
/// hạn 9)`. Only parts of one kind are added, since a text also tells parts of parts.
struct TextParts {
    /// Classes of which a thing is in one at most.
    private static let families: [Set<String>] = [
        [
            "trước hạn", "đúng hạn", "quá hạn", "trễ hạn", "sớm hạn", "trước và đúng hạn", "trước hạn và đúng hạn",
            "đúng hạn và trước hạn",
        ],
        ["còn hạn", "trong hạn", "chưa đến hạn", "quá hạn"],
        ["trực tiếp", "trực tuyến", "bưu chính", "bưu chính công ích", "dịch vụ bưu chính công ích"],
        ["kỳ trước chuyển sang", "kỳ trước", "tiếp nhận mới", "mới tiếp nhận", "mới"],
        ["đã giải quyết", "đang giải quyết"], ["phí", "lệ phí"],
        ["rất hài lòng", "hài lòng", "bình thường", "không hài lòng", "rất không hài lòng"],
    ]
    private static let fillers = [
        "hồ sơ", "lượt", "ý kiến", "đồng", "nộp", "qua", "là", "có", "được", "tiếp nhận", "nhận", "giải quyết",
        "đánh giá",
        "thu", "số", "hình thức", "tiền", "về", "và",
    ]

    // Patterns are no Sendables, and are slow to make.
    private let opening = #/trong\sđó:?\s/#.ignoresCase()
    private let counted = #/(?:^|[^\d.,])(\d[\d.]{0,14})\s(hồ\ssơ|lượt|ý\skiến|đồng)/#.ignoresCase()
    private let share = #/\d{1,3}(?:,\d{1,6})?\s?%/#
    private let enclosed = #/\([^()]*\)/#
    private let separator = #/[,;]\s|\svà\s(?=[^,;]*\d)/#.ignoresCase()

    /// The parts that do not make their whole: wrong where they are more, to be looked at where something is left; and
    /// in how many places they were added.
    func findings(in sentence: Substring, at place: String) -> (findings: [CheckFinding], compared: Int) {
        var findings: [CheckFinding] = []
        var compared = 0
        for opening in sentence.matches(of: opening) {
            let before = sentence[..<opening.range.lowerBound].suffix(300)
            guard let (counts, unit) = wholes(in: before) else { continue }
            let list = parts(behind: opening.range.upperBound, in: sentence, before, unit)
            // In parentheses it is about what stands before them.
            let wholes = before.last == "(" ? counts.suffix(1) : counts
            guard let whole = wholes.last, !list.counts.isEmpty else { continue }
            compared += 1
            let sum = list.counts.reduce(0, +)
            if wholes.contains(sum) || list.counts.count == 1 && sum < whole { continue }
            let isTooMuch = wholes.allSatisfy { sum > $0 }
            guard isTooMuch || list.isComplete else { continue }
            let rest = sum > whole ? "thừa \((sum - whole).vietnamese)" : "còn \((whole - sum).vietnamese)"
            findings.append(
                CheckFinding(
                    isTooMuch ? .wrong : .doubtful, .parts, at: place, stated: whole.vietnamese,
                    expected: sum.vietnamese,
                    "\(whole.vietnamese) \(unit), trong đó \(list.counts.map(\.vietnamese).joined(separator: " + ")) là "
                        + "\(sum.vietnamese): \(rest) \(unit)" + (sum > whole ? "" : " chưa phân loại")))
        }
        return (findings, compared)
    }

    /// The counts in front of the parts, the nearest last, where no other number stands behind it.
    private func wholes(in text: Substring) -> (counts: [Int], unit: String)? {
        let counts = text.matches(of: counted)
        guard let last = counts.last else { return nil }
        let behind = text[last.range.upperBound...].replacing(share, with: "")
        let unit = last.2.lowercased()
        guard !behind.contains(where: \.isNumber) else { return nil }
        return (counts.filter { $0.2.lowercased() == unit }.compactMap { Self.count($0.1) }, unit)
    }

    /// The parts of one kind, and whether nothing unknown stands behind them.
    private func parts(
        behind start: String.Index, in sentence: Substring, _ before: Substring, _ unit: String
    ) -> (counts: [Int], isComplete: Bool) {
        let isEnclosed = before.last == "("
        var tail = sentence[start...].prefix(1000).replacing(enclosed, with: "")[...]
        if isEnclosed { tail = tail.prefix { $0 != ")" } }
        var kinds = Self.families
        var counts: [Int] = []
        var names: Set<String> = []
        for item in tail.split(separator: separator) {
            let words = item.lowercased().split(separator: " ").filter { $0 != "gồm" && $0 != "gồm:" }
            guard let first = words.first else { continue }
            if ["chiếm", "đạt", "tỷ", "tương", "bằng"].contains(first) { continue }
            let told = words.prefix { $0 != "chiếm" && $0 != "đạt" && $0 != "tỷ" }
            let numbers = told.filter { $0.contains(where: \.isNumber) }
            guard let name = Self.name(told.filter { !numbers.contains($0) }.joined(separator: " ")) else {
                return (counts, false)
            }
            let next = kinds.filter { $0.contains(name) }
            // Another kind of parts begins.
            guard !next.isEmpty, !names.contains(name) else { return (counts, true) }
            (kinds, names) = (next, names.union([name]))
            if numbers.isEmpty, told.starts(with: ["không", "có"]) {
                counts.append(0)
                continue
            }
            guard numbers.count == 1, let number = Self.count(numbers[0]), Self.isSame(unit, told) else {
                return (counts, false)
            }
            counts.append(number)
        }
        return (counts, true)
    }

    /// What the parts are counted in, where they say so.
    private static func isSame(_ unit: String, _ words: some Sequence<Substring>) -> Bool {
        let text = words.joined(separator: " ")
        return text.contains(unit) || !["hồ sơ", "lượt", "ý kiến", "đồng"].contains { text.contains($0) }
    }

    /// The class that the words name; nil for others.
    private static func name(_ words: String) -> String? {
        var words = words.filter { $0 != ":" && $0 != "." }
        if words.hasPrefix("không có ") { words = String(words.dropFirst(9)) }
        while true {
            if families.contains(where: { $0.contains(words) }) { return words }
            if let filler = fillers.first(where: { words.hasPrefix($0 + " ") }) {
                words = String(words.dropFirst(filler.count + 1))
            } else if let filler = fillers.first(where: { words.hasSuffix(" " + $0) }) {
                words = String(words.dropLast(filler.count + 1))
            } else {
                return nil
            }
        }
    }

    private static func count(_ text: Substring) -> Int? {
        let text = text.hasSuffix(".") ? text.dropLast() : text
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), text.count <= 18 else { return nil }
        return Int(groups.joined())
    }
}
