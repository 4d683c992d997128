import Ratings
import Reports
import Store

/// Says in words how a change moves the numbers that people see. A damaged tally may be any number, so sums wrap.
struct MovementText {
    /// A period, or a day that is in none.
    private struct Span: Hashable {
        var name: String?
        var first: Day
        var last: Day
    }

    private struct Cell: Hashable {
        var unit: String?
        var column: Column
    }

    let movement: TableMovement
    /// The directory as it is after the change.
    let directory: Directory
    /// Whether the tallies asked for already hold the change.
    let isApplied: Bool
    /// The tallies of a stretch of days.
    let tallies: (ClosedRange<Day>) throws -> [Tally]

    /// One line a number, by period, unit and column; then officers, counters and fields; then what moves no number.
    /// - Throws: what `tallies` throws.
    func lines() throws -> [String] {
        let finder = PeriodFinder(directory)
        var spans: [Span: [TallyKey: Int]] = [:]
        var known: [Day: Span] = [:]
        for (key, delta) in movement.cells {
            let span =
                known[key.day]
                ?? finder.period(of: key.day).map { Span(name: $0.name, first: $0.first, last: $0.last) }
                ?? Span(name: nil, first: key.day, last: key.day)
            known[key.day] = span
            spans[span, default: [:]][key] = delta
        }
        var lines: [String] = []
        for (span, cells) in spans.sorted(by: { $0.key.first < $1.key.first }) { lines += try self.lines(span, cells) }
        let gained = movement.cells.values.filter { $0 > 0 }.reduce(0, &+)
        let lost = 0 &- movement.cells.values.filter { $0 < 0 }.reduce(0, &+)
        let silent = movement.ratings &- max(gained, lost)
        if silent > 0 { lines.append(Words.verdictsOnly(silent)) }
        return lines
    }

    private func lines(_ span: Span, _ cells: [TallyKey: Int]) throws -> [String] {
        let place = Words.place(period: span.name, day: span.first)
        let deltas = sums(of: cells) { Cell(unit: $0.unit, column: $0.column) }.filter { $0.value != 0 }
        var lines: [String] = []
        if !deltas.isEmpty {
            var totals: [Cell: Int] = [:]
            for tally in try tallies(span.first...span.last) {
                totals[Cell(unit: tally.key.unit, column: tally.key.column), default: 0] &+= tally.count
            }
            for (cell, delta) in deltas.sorted(by: { rank($0.key, span) < rank($1.key, span) }) {
                let total = totals[cell] ?? 0
                let (before, after) = isApplied ? (total &- delta, total) : (total, total &+ delta)
                lines.append(Words.cell(place, name(ofUnit: cell.unit, span), cell.column, from: before, to: after))
            }
        }
        lines += transfers(place, "cán bộ", sums(of: cells, by: \.officer)) {
            $0.map { Words.officer($0, in: directory) } ?? RowKind.officer.unknown
        }
        lines += transfers(place, "quầy", sums(of: cells, by: \.counter)) { $0 ?? RowKind.counter.unknown }
        lines += transfers(place, "lĩnh vực", sums(of: cells, by: \.field)) {
            $0.map { directory.fields[$0]?.name ?? $0 } ?? RowKind.field.unknown
        }
        if lines.isEmpty { lines.append(Words.onlyFine(place, cells.values.filter { $0 > 0 }.reduce(0, &+))) }
        return lines
    }

    private func sums<Part: Hashable>(of cells: [TallyKey: Int], by part: (TallyKey) -> Part) -> [Part: Int] {
        cells.reduce(into: [:]) { sums, cell in sums[part(cell.key), default: 0] &+= cell.value }
    }

    /// Ratings that go from one to another; what is only gained or lost is said by the columns already.
    private func transfers(
        _ place: String, _ what: String, _ sums: [String?: Int], name: (String?) -> String
    ) -> [String] {
        let moved = sums.filter { $0.value != 0 }.sorted { ($0.value, $0.key ?? "") < ($1.value, $1.key ?? "") }
        guard let first = moved.first, let last = moved.last, first.value < 0, last.value > 0 else { return [] }
        if moved.count == 2, first.value &+ last.value == 0 {
            return [Words.transfer(place, what, from: name(first.key), to: name(last.key), last.value)]
        }
        return [Words.shifts(place, what, moved.map { Words.shift(name($0.key), $0.value) })]
    }

    private func unit(_ code: String?, _ span: Span) -> AdministrativeUnit? {
        code.flatMap { directory.units.version(of: $0, at: directory.settings.zone.start(of: span.last)) }
    }

    private func name(ofUnit code: String?, _ span: Span) -> String {
        unit(code, span)?.name ?? code ?? RowKind.unit.unknown
    }

    private func rank(_ cell: Cell, _ span: Span) -> (Int, String, Int) {
        let order = unit(cell.unit, span)?.order ?? (cell.unit == nil ? Int.max : Int.max - 1)
        return (order, cell.unit ?? "", Column.allCases.firstIndex(of: cell.column) ?? 0)
    }
}
