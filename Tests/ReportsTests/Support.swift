import Foundation
import Ratings
import Testing

@testable import Reports

/// What the tests of this room share.
enum Sample {
    static let zone = Zone.vietnam

    static func at(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Instant {
        try #require(MomentText.parse(text, in: zone), "no moment: \(text)", sourceLocation: location)
    }

    static func days(_ first: String, _ last: String, _ location: SourceLocation = #_sourceLocation) throws
        -> ClosedRange<Day>
    {
        let from = try #require(Day(iso: first), sourceLocation: location)
        return from...(try #require(Day(iso: last), sourceLocation: location))
    }

    static func directory(_ records: (any DirectoryRecord)...) throws -> Directory {
        try directory(of: records)
    }

    static func directory(of records: [any DirectoryRecord]) throws -> Directory {
        var directory = Directory()
        for record in records { try directory.apply(StoredRecord(record)) }
        return directory
    }

    static func unit(
        _ code: String, _ name: String, _ order: Int, since: String = "2000-01-01", until: String? = nil,
        successors: [String] = []
    ) throws -> AdministrativeUnit {
        AdministrativeUnit(
            code: code, name: name, order: order, since: try at(since), until: try until.map { try at($0) },
            successors: successors)
    }

    static func tally(
        on day: String = "2020-06-10", unit: String? = nil, counter: String? = nil, officer: String? = nil,
        field: String? = nil, _ column: Column, _ count: Int
    ) throws -> Tally {
        Tally(
            key: TallyKey(
                day: try #require(Day(iso: day)), hour: 9, unit: unit, counter: counter, officer: officer, field: field,
                choice: column.rawValue, column: column), count: count)
    }

    static func tally(
        on day: String = "2020-06-10", unit: String? = nil, counter: String? = nil, officer: String? = nil,
        field: String? = nil, _ count: Int
    ) throws -> Tally {
        try tally(on: day, unit: unit, counter: counter, officer: officer, field: field, .satisfiedService, count)
    }

    /// The table of June 2020 with whole months, made on 1 July.
    static func table(
        by kind: RowKind = .unit, _ tallies: [Tally], in directory: Directory, heard: [String: Instant] = [:]
    ) throws -> RatingTable {
        let source = TableSource(tallies: CodedTallies(tallies), directory: directory, heard: heard)
        return TableBuilder(source, days: try days("2020-06-01", "2020-06-30"))
            .table(by: kind, periodName: "2020-06", asOf: try at("2020-07-01T08:00"))
    }
}

/// A file of the Fixtures folder as rows of fields; it reads only what the fixtures need of RFC 4180.
enum Fixture {
    static func rows(_ name: String) throws -> [[String]] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "csv"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { fields(of: $0) }
    }

    private static func fields(of line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
