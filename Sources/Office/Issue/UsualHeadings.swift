import Reports

/// What the headings of tables that are no official annex mean, as most centres write them.
enum UsualHeadings {
    /// Parts that together are a whole, by the words that name them without "số hồ sơ" and the like.
    private struct Family {
        var parts: Set<String>
        /// What they may be parts of beside a total.
        var wholes: Set<String> = []
    }

    private static let late: Set = ["qua han", "tre han"]
    private static let families = [
        Family(
            parts: late.union(["truoc han", "dung han", "truoc va dung han", "truoc han va dung han", "som han"]),
            wholes: ["da giai quyet"]),
        Family(parts: late.union(["con han", "trong han", "chua den han"]), wholes: ["dang giai quyet"]),
        Family(parts: ["truc tiep", "truc tuyen", "buu chinh", "buu chinh cong ich", "dich vu buu chinh cong ich"]),
        Family(parts: ["ky truoc", "ky truoc chuyen sang", "moi", "moi tiep nhan", "trong ky"]),
        Family(parts: ["da giai quyet", "dang giai quyet"]),
        Family(parts: ["phi", "le phi"]),
        Family(parts: ["rat hai long", "hai long", "binh thuong", "khong hai long", "rat khong hai long"]),
    ]
    private static let openings = [
        "so luot ", "so ho so ", "ho so ", "so ", "nop ", "nhan ", "tiep nhan ", "qua ", "giai quyet ",
    ]
    /// Dossiers that some count among those in progress, and some do not.
    private static let unclear = ["tra lai", "rut", "tu choi", "bo sung"]

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
            var parts: [(whole: String, names: [String])] = []
            for (index, heading) in headings.enumerated() where isPart(heading, of: family, among: headings) {
                guard let whole = whole(of: index, in: headings, family) else { continue }
                if let found = parts.firstIndex(where: { $0.whole == whole }) {
                    parts[found].names.append(heading)
                } else {
                    parts.append((whole, [heading]))
                }
            }
            return parts.map { whole, names in
                names.count == 1 ? FigureRule.within(names[0], of: whole) : .sum(of: whole, parts: names)
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

    private static func whole(of index: Int, in headings: [String], _ family: Family) -> String? {
        func isWhole(_ heading: String) -> Bool {
            group(heading) == group(headings[index]) && (isTotal(heading) || family.wholes.contains(core(heading)))
        }
        if let left = headings[..<index].last(where: isWhole) { return left }
        let right = headings[(index + 1)...].filter(isWhole)
        return right.count == 1 ? right[0] : nil
    }

    /// The column of counts that a column of shares goes with: the one that it names, else that on its left.
    static func counted(
        by share: (column: FigureTable.Column, index: Int), among columns: [(column: FigureTable.Column, index: Int)]
    ) -> String? {
        let named = CodeRule.folded(share.column.heading).replacing("%", with: " ")
            .split(separator: " ").filter { !["ty", "ti", "le", "()", "(", ")"].contains($0) }.joined(separator: " ")
        let naming = columns.filter { column in
            let core = core(column.column.heading)
            return !core.isEmpty && (named == core || named.hasSuffix(" " + core))
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

    private static func core(_ heading: String) -> String {
        var words = CodeRule.folded(last(heading))
        for opening in openings where words.hasPrefix(opening) && words != "qua han" {
            words = String(words.dropFirst(opening.count))
        }
        return words
    }

    private static func last(_ heading: String) -> String { heading.components(separatedBy: " - ").last ?? heading }

    private static func group(_ heading: String) -> String {
        heading.components(separatedBy: " - ").dropLast().joined(separator: " - ")
    }
}
