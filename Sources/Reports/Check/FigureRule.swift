import Foundation
import Ratings

/// What must hold between the columns of a printed table, told by their headings.
public enum FigureRule: Codable, Hashable, Sendable {
    /// A column is the sum of its parts. There may be several ways to divide one.
    case sum(of: String, parts: [String])
    /// A column counts some of another one (trong đó): it is never an addend.
    case within(String, of: String)
    /// The share of a column is taken in another one, of which it is no part.
    case share(String, of: String)

    /// Reads `Tổng số = Trực tiếp + Trực tuyến` or `Trực tuyến <= Tổng số`; nil for anything else.
    public init?(_ text: String) {
        func name(_ text: some StringProtocol) -> String { text.trimmingCharacters(in: .whitespaces) }
        let (bounds, sums) = (text.components(separatedBy: "<="), text.components(separatedBy: "="))
        if bounds.count == 2, !bounds.contains(where: { name($0).isEmpty }) {
            self = .within(name(bounds[0]), of: name(bounds[1]))
        } else if bounds.count == 1, sums.count == 2 {
            let parts = sums[1].components(separatedBy: "+").map(name)
            guard !name(sums[0]).isEmpty, !parts.contains(where: \.isEmpty) else { return nil }
            self = .sum(of: name(sums[0]), parts: parts)
        } else {
            return nil
        }
    }

    /// The column that is divided, bounds, or is what shares are taken in.
    public var whole: String {
        switch self {
        case .sum(let whole, _), .within(_, let whole), .share(_, let whole): whole
        }
    }

    /// The columns whose shares are taken in the whole.
    public var parts: [String] {
        switch self {
        case .sum(_, let parts): parts
        case .within(let part, _), .share(let part, _): [part]
        }
    }

    /// The rules of the official annexes that a table with these columns has to keep, whether they are called as in our
    /// CSV or as they are printed.
    public static func standard(for columns: [String]) -> [FigureRule] {
        ratings(columns, total: "total", name: \.rawValue) ?? ratings(columns, total: "Tổng cộng", name: \.heading)
            ?? dossiers(columns, name: \.code) ?? dossiers(columns, name: \.fullTitle) ?? []
    }

    /// Of a table that has the columns of ratings, those of one scale or of several, and no others.
    private static func ratings(_ columns: [String], total: String, name: (Column) -> String) -> [FigureRule]? {
        guard let whole = columns.first(where: { isSame($0, total) }) else { return nil }
        let parts = columns.filter { $0 != whole }
        let known = parts.filter { part in Column.allCases.contains { isSame(name($0), part) } }
        return known == parts && parts.count > 1 ? [.sum(of: whole, parts: parts)] : nil
    }

    /// Of a table that has all columns of Phụ lục I.
    private static func dossiers(_ columns: [String], name: (DossierColumn) -> String) -> [FigureRule]? {
        var names: [String: String] = [:]
        for column in DossierColumns.standard.columns {
            guard let found = columns.first(where: { isSame($0, name(column)) }) else { return nil }
            names[column.code] = found
        }
        return rules(
            of: DossierColumns.standard.columns.map { column in
                var named = column
                (named.code, named.of) = (names[column.code] ?? column.code, column.of.flatMap { names[$0] })
                return named
            })
    }

    /// Headings are printed in capitals, too.
    private static func isSame(_ heading: String, _ other: String) -> Bool {
        heading.lowercased() == other.lowercased()
    }

    /// What columns of dossiers set: a sum for each way to divide a column, a bound for each sub-count, and in what the
    /// share of each other one is taken.
    public static func rules(of columns: [DossierColumn]) -> [FigureRule] {
        columns.flatMap { column in
            let parts = columns.filter { $0.role == .part && $0.of == column.code }
            var splits: [String?] = []
            for part in parts where !splits.contains(part.split) { splits.append(part.split) }
            return splits.map { split in
                FigureRule.sum(of: column.code, parts: parts.filter { $0.split == split }.map(\.code))
            }
        }
            + columns.compactMap { column in
                switch column.role {
                case .subcount: column.of.map { .within(column.code, of: $0) }
                case .extra: column.of.map { .share(column.code, of: $0) }
                case .total, .part: nil
                }
            }
    }
}
