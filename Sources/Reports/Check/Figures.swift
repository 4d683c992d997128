import Ratings

extension RatingTable {
    /// Its numbers, by the columns that it shows.
    public var figures: FigureTable {
        let parts = columns.columns.map { FigureTable.Column(code: $0.rawValue, heading: $0.heading) }
        return FigureTable(
            name: kind == .unit ? "Phụ lục II" : "Phụ lục II (\(kind.heading))", unit: "lượt", columns: parts,
            rows: rows.map { row in
                FigureTable.Row(code: row.code, name: row.name, figures: columns.columns.map { row.counts[$0] })
            }, rules: [])
    }
}

extension HourTable {
    /// Its numbers: the hours with ratings by day of the week.
    public var figures: FigureTable {
        let days = Array(1...7)
        return FigureTable(
            name: "Theo giờ và ngày trong tuần", unit: "lượt",
            columns: days.map { FigureTable.Column(code: "\($0)", heading: Self.name(ofWeekday: $0)) },
            rows: hours.filter { counts(hour: $0).total != 0 }.map { hour in
                FigureTable.Row(
                    code: "\(hour)", name: Self.name(ofHour: hour),
                    figures: days.map { counts(hour: hour, weekday: $0).total })
            }, rules: [])
    }
}

extension DossierReport {
    /// Its numbers, with what must hold between its columns.
    public var figures: FigureTable {
        FigureTable(
            name: DossierTable.title(rowKind), unit: "hồ sơ", columns: columns.map(\.figures),
            rows: rows.map { FigureTable.Row(code: $0.code, name: $0.name, figures: $0.counts) },
            rules: FigureRule.rules(of: columns))
    }
}

extension DossierTable {
    /// The numbers as they were imported, with the totals and shares that the file stated.
    public func figures(in directory: Directory) -> FigureTable {
        FigureTable(
            name: Self.title(rowKind), unit: "hồ sơ", columns: columns.map(\.figures),
            rows: rows.map { row in
                FigureTable.Row(code: row.code, name: Self.name(row.code, rowKind, directory), figures: row.counts)
            }, total: statedTotal, shares: statedShares?.map { $0 ?? "" }, rules: FigureRule.rules(of: columns))
    }

    /// The name of a unit or field, else its code.
    public static func name(_ code: String, _ rows: DossierRows, _ directory: Directory) -> String {
        switch rows {
        case .unit: directory.units.all(code).last?.name ?? code
        case .field: directory.fields[code]?.name ?? code
        }
    }

    static func title(_ rows: DossierRows) -> String { rows == .unit ? "Phụ lục I" : "Phụ lục I (Lĩnh vực)" }
}

extension DossierColumn {
    fileprivate var figures: FigureTable.Column { FigureTable.Column(code: code, heading: fullTitle) }
}
