import GRDB
import Ratings

/// Counts by span and weekday and hour, and by span and officer, to be stored, or compared with sums that are. What is
/// read from a file may be any number, so sums wrap.
struct SpanCounts {
    struct Hour: Hashable {
        var span, weekday, hour: Int
    }
    struct Officer: Hashable {
        var span: Int
        var code: String
    }

    private(set) var hours: [Hour: Counts] = [:]
    private(set) var officers: [Officer: Counts] = [:]

    /// Counts that are not 0.
    var differences: Int {
        hours.values.reduce(0) { $0 + $1.counted.count } + officers.values.reduce(0) { $0 + $1.counted.count }
    }

    mutating func add(_ count: Int, day: Int, hour: Int, officer: String, column: Ratings.Column) {
        let span = SpanSum.span(of: day)
        let key = Hour(span: span, weekday: Day(number: day).weekday, hour: hour)
        hours[key, default: Counts()][column] &+= count
        officers[Officer(span: span, code: officer), default: Counts()][column] &+= count
    }

    /// Adds the stored sums of a generation, or takes them away.
    mutating func add(_ sign: Int, _ db: Database, generation: Int64) throws {
        let hours = try SpanSum.hours(db, generation)
        while try hours.next() {
            let key = Hour(span: Int(hours.int(0)), weekday: Int(hours.int(1)), hour: Int(hours.int(2)))
            self.hours[key, default: Counts()].add(hours, from: 3, sign: sign)
        }
        let officers = try SpanSum.officers(db, generation)
        while try officers.next() {
            let key = Officer(span: Int(officers.int(0)), code: officers.text(1))
            self.officers[key, default: Counts()].add(officers, from: 2, sign: sign)
        }
    }
}
