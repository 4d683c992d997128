import Ratings

/// A table as CSV for machines: UTF-8, LF, RFC 4180; counts are plain integers, only shares have a decimal comma.
public enum CSVRenderer {
    /// The text of the file; with `bom` it begins with a byte order mark, for Excel.
    public static func render(_ table: some ReportTable, bom: Bool = false) -> String {
        let sheet = table.sheet
        let lines = [sheet.columns.map(\.name)] + sheet.rows.map { $0.cells.map(\.csv) }
        let text = lines.map { $0.map(CSVField.quoted).joined(separator: ",") + "\n" }.joined()
        return bom ? "\u{FEFF}" + text : text
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
