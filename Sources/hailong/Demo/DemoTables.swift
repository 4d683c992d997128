import Ratings
import Reports

/// Tables that the live demo shows.
enum DemoTables {
    /// The table of one day so far.
    static func text(of day: Day, _ demo: Demo) throws -> String {
        let source = try demo.service.store.tableSource(for: day...day)
        let table = TableBuilder(source, days: day...day).table(by: .unit, asOf: demo.clock.read().wall)
        return TextRenderer.render(table, zone: demo.month.zone)
    }
}
