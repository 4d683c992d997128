import Reports

/// Checks the tables that stand in the text of a report.
enum TextTables {
    /// What does not agree: in the month's annexes with the month's figures, in other tables within themselves. Tables
    /// without figures, as heads and signatures are laid out with, say nothing.
    static func findings(in tables: [[[String]]], unit: String, annexes: [FigureTable]) -> [CheckFinding] {
        tables.enumerated().flatMap { index, rows in
            findings(in: rows, name: "Bảng \(index + 1) trong lời văn", unit: unit, annexes: annexes)
        }
    }

    private static func findings(
        in rows: [[String]], name: String, unit: String, annexes: [FigureTable]
    ) -> [CheckFinding] {
        var source = TableFile.Table(file: name)
        source.grid.rows = rows.prefix(FileLimits.rows).enumerated().map { index, cells in
            Grid.Row(line: index + 1, cells: cells.prefix(FileLimits.columns).map { CodeRule.clean($0) })
        }.filter { !$0.isEmpty }
        guard let heading = FigureHeading(in: source.grid) else { return [] }
        let annex = annexes.first { AnnexCheck.isLike($0, heading.columns.map(\.column)) }
        if let annex { source.file = "\(annex.name) trong lời văn" }
        do {
            let table = try FigureFile.table(source, below: heading, unit: annex?.unit ?? unit)
            return AnnexCheck.findings(in: table, of: annexes) ?? table.findings
        } catch let error as OfficeError where annex != nil {
            return error.findings.map { finding in
                CheckFinding(
                    .wrong, .text, at: "\(source.file) · dòng \(finding.line ?? 0)", stated: finding.value,
                    "ô “\(finding.field ?? "")” ghi “\(finding.value ?? "")”, không phải số")
            }
        } catch {
            return []
        }
    }
}
