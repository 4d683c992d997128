import Foundation
import Ratings
import Simulator

extension Centre {
    /// What is wrong with the printed table of `days`, if these presses are all that count.
    func tableComplaints(
        _ presses: some Sequence<LoggedPress>, at places: BoxPlaces, in days: ClosedRange<Day>
    ) async throws -> [String] {
        let report = try await hailong(
            "report", "phu-luc-ii", "--from", "\(days.lowerBound)", "--to", "\(days.upperBound)", "--format", "json")
        guard report.status == 0 else { return ["no table: \(report.errors)"] }
        let table = try JSONDecoder().decode(PrintedTable.self, from: Data(report.text.utf8))
        var pressed: [String: [Int: Int]] = [:]
        for press in presses {
            pressed[places.unit(of: press.device) ?? "", default: [:]][press.button, default: 0] += 1
        }
        var complaints: [String] = []
        if table.rows.count != BoxPlaces.counters.count { complaints.append("the table has \(table.rows.count) rows") }
        for row in table.rows {
            let expected = (1...5).map { pressed[row.code ?? ""]?[$0] ?? 0 }
            let printed = ColumnSet.phuLucII.columns.map { row.counts[$0.rawValue] ?? 0 }
            if printed != expected { complaints.append("\(row.name): printed \(printed), pressed \(expected)") }
        }
        return complaints
    }
}
