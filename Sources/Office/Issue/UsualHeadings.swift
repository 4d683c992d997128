import Reports

/// What the headings of tables that are no official annex mean, as most centres write them.
enum UsualHeadings {
    /// Parts that together are a whole, by the words that name them without "số hồ sơ" and the like.
    private struct Family {
        var parts: Set<String>
        /// What they may be parts of beside a total.
        var wholes: Set<String> = []
        /// Whether they stand beside each other, each perhaps with a group of its own below it: `Đã giải quyết - Tổng số`.
        var hasGroups = false
    }

    private static let late: Set = ["qua han", "tre han"]
    private static let received: Set = [
        "tiep nhan", "da tiep nhan", "nhan", "da nhan", "nhan giai quyet", "tiep nhan giai quyet",
    ]
    private static let carriedOver: Set = ["ky truoc", "ky truoc chuyen sang"]
    private static let new: Set = ["moi", "moi tiep nhan", "trong ky"]
    private static let families = [
        Family(
            parts: late.union(["truoc han", "dung han", "truoc va dung han", "truoc han va dung han", "som han"]),
            wholes: ["da giai quyet"]),
        Family(parts: late.union(["con han", "trong han", "chua den han"]), wholes: ["dang giai quyet"]),
        Family(
            parts: ["truc tiep", "truc tuyen", "buu chinh", "buu chinh cong ich", "dich vu buu chinh cong ich"],
            wholes: received),
        Family(parts: carriedOver.union(new), wholes: received),
        Family(parts: ["da giai quyet", "dang giai quyet"], wholes: received, hasGroups: true),
        Family(parts: ["phi", "le phi"]),
        Family(parts: ["rat hai long", "hai long", "binh thuong", "khong hai long", "rat khong hai long"]),
    ]
    private static let counted = ["tong so ", "tong ", "so luot ", "so ho so ", "ho so ", "so "]
    private static let openings = ["nop ", "nhan ", "tiep nhan ", "qua ", "giai quyet "]
    /// Dossiers that some count among those in progress, and some do not.
    private static let unclear = [
        "tra lai", "rut", "tu choi", "bo sung", "chua giai quyet", "khong giai quyet", "tam dung", "huy",
    ]
    /// Words of what was there before.
    private static let before = ["ky truoc", "thang truoc", "nam truoc", "chuyen sang", "ton "]

    /// Whether a column with this heading has shares.
    static func isShare(_ heading: String) -> Bool {
        let words = CodeRule.folded(last(heading))
        return words.contains("%") || words.hasPrefix("ty le") || words.hasPrefix("ti le")
    }

    /// Whether a row with this number stands for those below it: `I`, `II`, `A`.
    static func isGroupOrdinal(_ text: String) -> Bool {
        !text.isEmpty && text.count <= 5 && text.allSatisfy { "IVXABCD".contains($0) }
    }

    /// What must hold between columns with these headings. A part belongs to the nearest whole on its left, under the same
    /// upper heading; where there is none, to the only total on its right.
    static func rules(for headings: [String]) -> [FigureRule] {
        families.flatMap { family in
            let columns = headings.map { family.hasGroups ? lifted($0) : $0 }
            var parts: [(whole: Int, columns: [Int])] = []
            for index in columns.indices where isPart(columns[index], of: family, among: columns) {
                guard let whole = whole(of: index, in: columns, family) else { continue }
                if let found = parts.firstIndex(where: { $0.whole == whole }) {
                    parts[found].columns.append(index)
                } else {
                    parts.append((whole, [index]))
                }
            }
            return parts.compactMap { whole, parts -> FigureRule? in
                let names = parts.map { headings[$0] }
                if names.count > 1 { return .sum(of: headings[whole], parts: names) }
                // What was resolved alone may be more than what was received: from before.
                return received.contains(subject(columns[whole])) ? nil : .within(names[0], of: headings[whole])
            }
        }
    }

    private static func isPart(_ heading: String, of family: Family, among headings: [String]) -> Bool {
        let core = core(heading)
        guard family.parts.contains(core) else { return false }
        let near = headings.filter { group($0) == group(heading) }.map(self.core)
        // "Quá hạn" is of the family that the others are of.
        if late.contains(core) {
            return near.contains { family.parts.subtracting(late).contains($0) }
        }
        return core != "da giai quyet" && core != "dang giai quyet"
            || !headings.contains { heading in unclear.contains { CodeRule.folded(heading).contains($0) } }
    }

    /// Index of what the column is a part of.
    private static func whole(of index: Int, in headings: [String], _ family: Family) -> Int? {
        let near = headings.indices.filter { $0 != index && group(headings[$0]) == group(headings[index]) }
        let cores = near.map { core(headings[$0]) }
        // Beside what came from before, what was received is not all, unless the new ones stand there too.
        let isReceivedAll =
            cores.contains { new.contains($0) }
            || !near.contains { heading in before.contains { CodeRule.folded(last(headings[heading])).contains($0) } }
        let wholes = near.filter { other in
            let heading = headings[other]
            guard !family.parts.contains(core(heading)) else { return false }
            if received.contains(subject(heading)) {
                return isReceivedAll && (isTotal(heading) || family.wholes.contains(subject(heading)))
            }
            return isTotal(heading) || family.wholes.contains(core(heading))
        }
        if let left = wholes.last(where: { $0 < index }) { return left }
        return wholes.count == 1 ? wholes[0] : nil
    }

    /// The total of a group is what the group is named after: `Đã giải quyết` of `Đã giải quyết - Tổng số`.
    private static func lifted(_ heading: String) -> String {
        let isBare = ["tong so", "tong cong", "tong", "tong so ho so"].contains(CodeRule.folded(last(heading)))
        return isBare && !group(heading).isEmpty ? group(heading) : heading
    }

    /// The column of counts that a column of shares goes with: the one that it names, else that on its left.
    static func counted(
        by share: (column: FigureTable.Column, index: Int), among columns: [(column: FigureTable.Column, index: Int)]
    ) -> String? {
        let named = CodeRule.folded(share.column.heading).replacing("%", with: " ")
            .split(separator: " ").filter { !["ty", "ti", "le", "()", "(", ")"].contains($0) }.joined(separator: " ")
        let naming = columns.filter { column in
            let core = core(column.column.heading)
            return !["", "ho so", "luot"].contains(core) && (named == core || named.hasSuffix(" " + core))
        }
        let best = naming.max { core($0.column.heading).count < core($1.column.heading).count }
        return (best ?? columns.last { $0.index < share.index })?.column.code
    }

    /// The columns in which the share of a count may be taken: its whole by the rules, else each other total.
    static func bases(of count: String, in table: FigureTable) -> [String] {
        if let rule = table.rules.first(where: { $0.parts.contains(count) }) { return [rule.whole] }
        return table.columns.map(\.code).filter { $0 != count && isTotal($0) }
    }

    private static func isTotal(_ heading: String) -> Bool { CodeRule.folded(last(heading)).hasPrefix("tong") }

    /// What is counted: `da giai quyet` of `Tổng số hồ sơ đã giải quyết`.
    private static func subject(_ heading: String) -> String {
        without(counted, CodeRule.folded(last(heading)))
    }

    /// The subject in one or two words: `truc tuyen` of `Số hồ sơ nộp qua trực tuyến`.
    private static func core(_ heading: String) -> String { without(openings, subject(heading)) }

    private static func without(_ openings: [String], _ words: String) -> String {
        openings.reduce(words) { words, opening in
            words.hasPrefix(opening) && words != "qua han" ? String(words.dropFirst(opening.count)) : words
        }
    }

    private static func last(_ heading: String) -> String { heading.components(separatedBy: " - ").last ?? heading }

    private static func group(_ heading: String) -> String {
        heading.components(separatedBy: " - ").dropLast().joined(separator: " - ")
    }
}
