import Ratings
import Store

/// A centre of 50 counters and 200 officers, and what its presses of 2024 were counted as: from Monday to Friday in each of
/// nine hours two or three at each counter, some 235,000. Only the tallies are made, which is what a table reads.
enum TalliedYear {
    static let year = 2024
    static let counters = 50
    static let officers = 200
    private static let units = 20
    private static let since = Instant(milliseconds: 315_532_800_000)  // 1980

    /// Makes it in an empty data folder.
    /// - Returns: how many tallies there are.
    static func make(in data: DataFolder) async throws -> Int {
        let store = try Store(writing: data.directory)
        _ = try await store.make(Change(at: since, who: "bench", action: "bench", why: "", records: records))
        try store.close()
        let file = try SQLiteFile(data.database)
        try file.execute(
            """
            WITH RECURSIVE
            day(number) AS (SELECT 19723 UNION ALL SELECT number + 1 FROM day WHERE number < 20088),
            hour(number) AS (SELECT 8 UNION ALL SELECT number + 1 FROM hour WHERE number < 16),
            counter(number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM counter WHERE number < \(counters - 1)),
            answer(column_name, rarity) AS
            (VALUES ('satisfied_service', 1), ('satisfied_attitude', 1), ('dissatisfied_time', 16))
            INSERT INTO tally SELECT generation, day.number, hour.number, 'U' || counter.number % \(units),
            'Q' || counter.number, 'C' || (counter.number + \(counters) * (day.number / 7 % \(officers / counters))),
            '', column_name, column_name, 1 FROM meta, day, hour, counter, answer
            WHERE (day.number + 3) % 7 < 5 AND (day.number + hour.number + counter.number) % rarity = 0
            """)
        return Int(try file.number("SELECT count(*) FROM tally"))
    }

    private static var records: [StoredRecord] {
        get throws {
            let centre = Ratings.Centre(since: since, name: "Trung tâm Phục vụ hành chính công")
            var records = [try StoredRecord(centre)]
            for number in 0..<units {
                let unit = AdministrativeUnit(code: "U\(number)", name: "Sở \(number + 1)", order: number, since: since)
                records.append(try StoredRecord(unit))
            }
            for number in 0..<counters {
                let counter = Counter(
                    code: "Q\(number)", name: "Quầy \(number + 1)", units: ["U\(number % units)"], since: since)
                records.append(try StoredRecord(counter))
            }
            for number in 0..<officers {
                records.append(try StoredRecord(Officer(code: "C\(number)", name: "Nguyễn Văn \(number + 1)")))
            }
            return records
        }
    }
}
