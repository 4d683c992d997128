import Ratings

extension DirectoryCheck {
    /// Column maps: what a column is part of is there, and leads back to a total.
    mutating func checkDossierColumns() {
        for map in directory.dossierColumns.all {
            check(code: map.code, of: map, field: "map")
            if map.names.isEmpty {
                find(
                    map, "column", map.code, why: "no column tells the rows",
                    remedy: "Add the heading of the units' column with 'unit', or of the fields' column with 'field'.")
            }
            if map.columns.isEmpty {
                find(map, "column", map.code, why: "no column has counts", remedy: "Add the headings of the counts.")
            }
            for column in map.columns { check(column, of: map) }
        }
    }

    private mutating func check(_ column: DossierColumn, of map: DossierColumns) {
        check(code: column.code, of: map, field: "column")
        if map.columns.count(where: { $0.code == column.code }) > 1 {
            find(map, "column", column.code, why: "twice in the map \(map.code)", remedy: "Leave one of the two rows.")
        }
        guard column.role != .total else {
            guard let of = column.of else { return }
            return find(
                map, "of", of, why: "\(column.code) is a total and belongs to no other column",
                remedy: "Leave it empty, or give another role.")
        }
        guard let of = column.of, map.columns.contains(where: { $0.code == of }) else {
            return find(
                map, "of", column.of ?? "", why: "\(column.code) needs a column of the same map that it belongs to",
                remedy: "Write the code of that column.")
        }
        guard !leadsToTotal(column, in: map) else { return }
        find(map, "of", of, why: "\(column.code) belongs to itself", remedy: "Let one of the columns be a total.")
    }

    private func leadsToTotal(_ column: DossierColumn, in map: DossierColumns) -> Bool {
        var (current, steps) = (column, 0)
        while let next = map.columns.first(where: { $0.code == current.of }), steps <= map.columns.count {
            (current, steps) = (next, steps + 1)
        }
        return current.of == nil
    }
}
