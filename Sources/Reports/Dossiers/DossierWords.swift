import Ratings

/// Says in words what does not agree in a table of dossiers.
public struct DossierWords {
    private let table: DossierTable
    private let directory: Directory

    /// Words for `table`, with names from `directory`.
    public init(_ table: DossierTable, _ directory: Directory) {
        (self.table, self.directory) = (table, directory)
    }

    /// One sentence a finding: where, both numbers, and the rule.
    public var lines: [String] { table.findings.map(text) + table.shareFindings.map(text) }

    /// The sentence for one finding.
    public func text(_ finding: DossierFinding) -> String {
        let place = place(finding.place)
        let (stated, expected) = (finding.stated.vietnamese, finding.expected.vietnamese)
        switch finding.rule {
        case .parts(let whole, let parts):
            let rest =
                finding.rest > 0
                ? "còn \(finding.rest.vietnamese) hồ sơ chưa phân loại" : "thừa \((-finding.rest).vietnamese) hồ sơ"
            let sum = parts.map { "“\(title($0))”" }.joined(separator: " + ")
            return "\(place): “\(title(whole))” là \(stated), nhưng \(sum) là \(expected): \(rest)"
        case .subcount(let part, let whole):
            return "\(place): “\(title(part))” là \(stated), nhiều hơn “\(title(whole))” là \(expected)"
        case .rows(let column):
            return "\(place): “\(title(column))” là \(stated), nhưng cộng các dòng là \(expected)"
        }
    }

    /// The sentence for a share that is printed wrong.
    public func text(_ finding: DossierShareFinding) -> String {
        "Tỷ lệ %: “\(title(finding.column))” là \(finding.stated), nhưng \(finding.part.vietnamese)/"
            + "\(finding.whole.vietnamese) là \(finding.expected)"
    }

    /// The name of a unit or field, else its code.
    public static func name(_ code: String, _ rows: DossierRows, _ directory: Directory) -> String {
        switch rows {
        case .unit: directory.units.all(code).last?.name ?? code
        case .field: directory.fields[code]?.name ?? code
        }
    }

    private func place(_ place: DossierFinding.Place) -> String {
        switch place {
        case .row(let code): Self.name(code, table.rowKind, directory)
        case .total: "Tổng cộng"
        }
    }

    private func title(_ code: String) -> String { table.columns.first { $0.code == code }?.fullTitle ?? code }
}
