/// What must hold between the columns of a table of dossiers.
public enum DossierRule: Hashable, Sendable {
    /// A column is the sum of its parts, e.g. received = carried over + new.
    case parts(of: String, [String])
    /// A column is at most the one that it is some of.
    case subcount(String, of: String)
    /// The stated total of a column is the sum of its rows.
    case rows(String)

    /// The rules that columns set: a sum for each split of each column, and a bound for each sub-count.
    public static func rules(of columns: [DossierColumn]) -> [DossierRule] {
        var rules: [DossierRule] = []
        for column in columns {
            let parts = columns.filter { $0.role == .part && $0.of == column.code }
            var splits: [String?] = []
            for part in parts where !splits.contains(part.split) { splits.append(part.split) }
            rules += splits.map { split in
                .parts(of: column.code, parts.filter { $0.split == split }.map(\.code))
            }
        }
        return rules
            + columns.filter { $0.role == .subcount }.compactMap { column in
                column.of.map { .subcount(column.code, of: $0) }
            }
    }
}

/// Two numbers of a table of dossiers that do not agree.
public struct DossierFinding: Hashable, Sendable {
    /// Where it was found.
    public enum Place: Hashable, Sendable {
        /// In the row of this code.
        case row(String)
        /// In the row of totals.
        case total
    }

    /// Where.
    public var place: Place
    /// The rule that does not hold.
    public var rule: DossierRule
    /// The number that the table states: the whole, or of a sub-count the sub-count.
    public var stated: Int
    /// The number it should be: the sum of the parts or rows, or of a sub-count the whole that it is more than.
    public var expected: Int

    /// What is left unexplained: stated less expected.
    public var rest: Int { stated - expected }
}

extension DossierTable {
    /// Everything in the table that does not agree, row by row, then the totals.
    public var findings: [DossierFinding] {
        let rules = DossierRule.rules(of: columns)
        var findings = rows.flatMap { row in
            rules.compactMap { finding($0, in: row.counts, .row(row.code)) }
        }
        guard let statedTotal else { return findings }
        findings += rules.compactMap { finding($0, in: statedTotal, .total) }
        for (index, sum) in total.enumerated() where statedTotal[index] != sum {
            findings.append(
                DossierFinding(
                    place: .total, rule: .rows(columns[index].code), stated: statedTotal[index], expected: sum))
        }
        return findings
    }

    private func finding(_ rule: DossierRule, in counts: [Int], _ place: DossierFinding.Place) -> DossierFinding? {
        switch rule {
        case .parts(let whole, let parts):
            guard let index = index(of: whole) else { return nil }
            let sum = parts.compactMap { self.index(of: $0) }.reduce(0) { $0 + counts[$1] }
            guard counts[index] != sum else { return nil }
            return DossierFinding(place: place, rule: rule, stated: counts[index], expected: sum)
        case .subcount(let part, let whole):
            guard let part = index(of: part), let whole = index(of: whole), counts[part] > counts[whole] else {
                return nil
            }
            return DossierFinding(place: place, rule: rule, stated: counts[part], expected: counts[whole])
        case .rows: return nil
        }
    }
}
