import Ratings

/// The table as CSV for machines: UTF-8, LF, RFC 4180; counts are plain integers, only shares have a decimal comma.
public enum CSVRenderer {
    /// The text of the file; with `bom` it begins with a byte order mark, for Excel.
    public static func render(_ table: RatingTable, bom: Bool = false) -> String {
        var lines = [["stt", table.kind.rawValue] + Column.allCases.map(\.rawValue) + ["total"]]
        for row in table.rows {
            lines.append([row.ordinal.map(String.init) ?? "", row.name] + counts(row.counts))
        }
        lines.append(["", "Tổng cộng"] + counts(table.total))
        let shares = Column.allCases.map { table.share(of: $0)?.text(decimals: table.decimals) ?? "" }
        let whole = Share(table.total.total, of: table.total.total)?.text(decimals: table.decimals) ?? ""
        lines.append(["", "Tỷ lệ %"] + shares + [whole])
        let text = lines.map { $0.map(CSVField.quoted).joined(separator: ",") + "\n" }.joined()
        return bom ? "\u{FEFF}" + text : text
    }

    private static func counts(_ counts: Counts) -> [String] {
        Column.allCases.map { String(counts[$0]) } + [String(counts.total)]
    }
}

/// One field of a CSV file.
public enum CSVField {
    /// The field as RFC 4180 wants it: in quotes where it holds a comma, a quote or a line end.
    public static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
