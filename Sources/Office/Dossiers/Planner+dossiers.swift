import Ratings
import Reports

extension Planner {
    /// Reads the dossier statistics of a period and says what they would change.
    ///
    /// What cannot be read is refused. What can, but does not agree, is taken in and told: it is the source's.
    /// - Throws: `OfficeError` with everything that is wrong with the file.
    package func importDossiers(
        _ file: ImportFile, period name: String, columns code: String?, sheet: String?
    ) throws -> Plan {
        guard let period = PeriodRule.period(named: name, in: directory) else {
            throw OfficeError("month", name, why: "no period", remedy: "Write YYYY-MM.")
        }
        let end = directory.settings.start(of: period.last.advanced(by: 1)) - .milliseconds(1)
        let map = try columnMap(code, at: end)
        let (table, heading) = try dossierTable(in: file, sheet, map)
        let reader = DossierReader(table, heading.inOrder(of: map), directory)
        guard reader.findings.isEmpty else { throw OfficeError(reader.findings) }
        let new = DossierTable(
            period: name, rowKind: reader.rowKind, columns: reader.columns, rows: reader.counts,
            statedTotal: reader.total, statedShares: reader.shares)
        return try plan(for: new, passedOver: reader.passedOver, period: period, file: file.name)
    }

    private func plan(
        for new: DossierTable, passedOver: [String], period: ReportPeriod, file: String
    ) throws -> Plan {
        var plan = Plan("import dossiers \(new.key) \(file)")
        let old = directory.dossiers[new.key]
        if old != new { try plan.put(new) }
        plan.summary = [Words.dossiers(new, period, isNew: old == nil, isSame: old == new)]
        plan.movement = DossierMovement(from: old, to: new, directory).lines
        plan.notes = passedOver.map(Words.passedOver) + new.figures(in: directory).findings.map(\.sentence)
        if new.rowKind == .unit { plan.notes += absentUnits(new, period) }
        return plan
    }

    /// Units of the period that the table does not name.
    private func absentUnits(_ table: DossierTable, _ period: ReportPeriod) -> [String] {
        let (start, end) = (
            directory.settings.start(of: period.first), directory.settings.start(of: period.last.advanced(by: 1))
        )
        let named = Set(table.rows.map(\.code))
        let absent = directory.units.codes.compactMap { code -> AdministrativeUnit? in
            guard !named.contains(code),
                directory.units.all(code).contains(where: { $0.overlaps(from: start, until: end) })
            else { return nil }
            return directory.units.version(of: code, at: end - .milliseconds(1))
        }
        let names = absent.sorted { ($0.order, $0.code) < ($1.order, $1.code) }.map(\.name)
        return names.isEmpty ? [] : [Words.unitsWithoutDossiers(names)]
    }

    private func columnMap(_ code: String?, at instant: Instant) throws -> DossierColumns {
        let codes = directory.dossierColumns.codes
        if let code {
            if let map = directory.dossierColumns.version(of: code, at: instant) { return map }
            if code == DossierColumns.standard.code { return .standard }
            throw unknown("columns", code, known: codes, file: .dossierColumns)
        }
        guard codes.count <= 1 else {
            throw OfficeError(
                "columns", nil, why: "there are several column maps: \(codes.joined(separator: ", "))",
                remedy: "Say with --columns which one the file was exported for.")
        }
        return codes.first.flatMap { directory.dossierColumns.version(of: $0, at: instant) } ?? .standard
    }

    private func dossierTable(
        in file: ImportFile, _ sheet: String?, _ map: DossierColumns
    ) throws -> (TableFile.Table, DossierHeading) {
        var tables = try tables(in: file, map)
        if let sheet {
            tables = tables.filter { CodeRule.folded($0.sheet ?? "") == CodeRule.folded(sheet) }
            guard !tables.isEmpty else {
                throw OfficeError("sheet", sheet, why: "\(file.name) has no such sheet", remedy: "Look at its tabs.")
            }
        }
        let found = tables.map { (table: $0, heading: DossierHeading(in: $0.grid, map)) }
        let complete = found.filter { $0.heading?.isComplete == true }
        guard complete.count <= 1 else {
            throw OfficeError(
                "sheet", nil,
                why: "several sheets have the headings: \(complete.map(\.table.file).joined(separator: ", "))",
                remedy: "Say with --sheet which one is meant.")
        }
        if let only = complete.first, let heading = only.heading { return (only.table, heading) }
        let problems = found.compactMap { DossierHeading.problem($0.heading, map, $0.table) }
        throw OfficeError(problems)
    }

    private func tables(in file: ImportFile, _ map: DossierColumns) throws -> [TableFile.Table] {
        do {
            return try TableFile.tables(in: file) { DossierHeading(in: $0, map)?.rank }
        } catch {
            throw OfficeError([error])
        }
    }
}

extension DossierHeading {
    /// The same with its columns in the order in which the map has them.
    fileprivate func inOrder(of map: DossierColumns) -> DossierHeading {
        var ordered = self
        ordered.columns = map.columns.compactMap { column in columns.first { $0.column.code == column.code } }
        return ordered
    }
}
