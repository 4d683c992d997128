import Ratings
import Reports

/// What an import of dossier statistics changes: cells of the table that is there, or the totals of a new one.
struct DossierMovement {
    private let old: DossierTable?
    private let new: DossierTable
    private let directory: Directory
    /// Cells told one by one.
    private static let shown = 20

    init(from old: DossierTable?, to new: DossierTable, _ directory: Directory) {
        (self.old, self.new, self.directory) = (old, new, directory)
    }

    /// One line a cell.
    var lines: [String] {
        guard let old else {
            return new.columns.enumerated().filter { $0.element.role == .total }.map { index, column in
                Words.dossierTotal(new.period, column, new.total[index])
            }
        }
        let cells = Set(old.rows.map(\.code)).union(new.rows.map(\.code)).sorted().flatMap { code in
            new.columns.compactMap { column in line(code, column, from: old) }
        }
        let rest = cells.count - Self.shown
        return cells.prefix(Self.shown) + (rest > 0 ? [Words.moreCells(rest)] : [])
    }

    private func line(_ code: String, _ column: DossierColumn, from old: DossierTable) -> String? {
        let (before, after) = (old.count(code, column.code), new.count(code, column.code))
        guard before != after else { return nil }
        let name = DossierTable.name(code, new.rowKind, directory)
        return Words.dossierCell(new.period, name, column, from: before, to: after)
    }
}

extension DossierTable {
    /// The count of a row and column; nil where there is none.
    fileprivate func count(_ row: String, _ column: String) -> Int? {
        guard let index = index(of: column) else { return nil }
        return rows.first { $0.code == row }?.counts[index]
    }
}
