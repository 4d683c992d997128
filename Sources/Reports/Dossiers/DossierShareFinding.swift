import Ratings

/// A share that a table of dossiers states and that its counts do not give.
public struct DossierShareFinding: Hashable, Sendable {
    /// Code of the column.
    public var column: String
    /// The share as it stands there, e.g. `82,1`.
    public var stated: String
    /// The share that it should be, with as many decimals.
    public var expected: String
    /// The count that it is the share of.
    public var part: Int
    /// The count that it is taken in.
    public var whole: Int
}

extension DossierTable {
    /// The stated shares that are not those of the totals, each in its own base.
    public var shareFindings: [DossierShareFinding] {
        guard let statedShares else { return [] }
        let total = statedTotal ?? total
        return zip(columns.indices, statedShares).compactMap { index, text in
            guard let stated = text?.filter({ $0 != "%" && !$0.isWhitespace }), let decimals = Self.decimals(of: stated)
            else { return nil }
            let whole = total[base(of: index)]
            let expected = Share(total[index], of: whole)?.text(decimals: decimals)
            guard let expected, expected != stated.replacing(".", with: ",") else { return nil }
            return DossierShareFinding(
                column: columns[index].code, stated: stated, expected: expected, part: total[index], whole: whole)
        }
    }

    /// The column in whose count the share of a column is taken: the one that it belongs to, else itself.
    func base(of index: Int) -> Int { columns[index].of.flatMap { self.index(of: $0) } ?? index }

    /// How many decimals a share has; nil for what is no share.
    private static func decimals(of text: String) -> Int? {
        let parts = text.split(whereSeparator: { $0 == "," || $0 == "." }).map { $0 }
        let digits = text.utf8.count { (48...57).contains($0) }
        guard (1...2).contains(parts.count), digits == text.utf8.count - parts.count + 1, digits > 0 else { return nil }
        let decimals = parts.count == 2 ? parts[1].count : 0
        return decimals <= 4 ? decimals : nil
    }
}
