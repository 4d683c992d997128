import Foundation
import Office
import Ratings
import TestSupport
import Workbooks

/// A workbook, or (for bytes that are no ZIP file) the XML of its only sheet; then as dossier statistics.
enum WorkbookTarget {
    private static let directory = Result { try FuzzDesk.directory() }

    static func run(_ bytes: [UInt8]) throws {
        let file = Workbook.isLikely(bytes) ? bytes : TestWorkbook(String(decoding: bytes, as: UTF8.self)).bytes
        guard let book = try? Workbook(file) else { return }
        let limits = WorkbookLimits()
        for sheet in book.sheets {
            try demand(sheet.rows.count <= limits.rows, "more rows than may be")
            for (row, next) in zip(sheet.rows, sheet.rows.dropFirst()) {
                try demand(row.number < next.number, "row \(next.number) after row \(row.number)")
            }
            for row in sheet.rows {
                try demand(row.cells.count <= limits.columns, "more columns than may be")
                try demand(row.cells.last.map { $0 != .empty } ?? false, "row \(row.number) ends in nothing")
            }
        }
        let planner = FuzzDesk.planner(try directory.get())
        do {
            let plan = try planner.importDossiers(
                ImportFile(name: "a.xlsx", bytes: Data(file)), period: "2020-06", columns: nil, sheet: nil)
            for record in plan.records {
                let table: DossierTable = try record.decoded()
                try demand(!table.rows.isEmpty, "a table without rows")
                try demand(table.rows.allSatisfy { $0.counts.count == table.columns.count }, "rows of unlike length")
                try demand(table.rows.allSatisfy { $0.counts.allSatisfy { $0 >= 0 } }, "a negative count")
            }
        } catch let error as OfficeError {
            try demand(!error.findings.isEmpty, "refused without a reason")
        }
    }
}
