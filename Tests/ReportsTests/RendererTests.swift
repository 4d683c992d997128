import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("Renderers") struct RendererTests {
    private func table(by kind: RowKind = .unit, name: String = "Sở \"Một\",\nHai", _ counts: [Int]) throws
        -> RatingTable
    {
        let directory = try Sample.directory(try Sample.unit("a", name, 1))
        var tallies: [Tally] = []
        for (column, count) in zip(ColumnSet.phuLucII.columns, counts) where count > 0 {
            tallies.append(try Sample.tally(unit: "a", column, count))
        }
        return try Sample.table(by: kind, tallies, in: directory)
    }

    private func json(_ table: RatingTable) throws -> [String: Any] {
        let text = try JSONRenderer.render(table, zone: .vietnam)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("CSV is UTF-8 with LF and no byte order mark; with the option it has one")
    func bytes() throws {
        let table = try table([1, 2, 3, 4, 5])
        let plain = Array(CSVRenderer.render(table).utf8)
        #expect(plain.prefix(4) == Array("stt,".utf8)[...])
        #expect(plain.last == 0x0A)
        #expect(!plain.contains(0x0D))
        #expect(Array(CSVRenderer.render(table, bom: true).utf8) == [0xEF, 0xBB, 0xBF] + plain)
    }

    @Test("fields with a comma, a quote or a line end are quoted as RFC 4180 has it")
    func quoting() throws {
        #expect(CSVRenderer.render(try table([1, 0, 0, 0, 0])).contains("\n1,\"Sở \"\"Một\"\",\nHai\",1,0,0,0,0,1\n"))
        #expect(CSVField.quoted("không, có") == "\"không, có\"")
        #expect(CSVField.quoted("a\rb") == "\"a\rb\"")
        #expect(CSVField.quoted("a\r\nb") == "\"a\r\nb\"")
        #expect(CSVField.quoted("a;b") == "a;b")
    }

    @Test("counts are plain integers in CSV; only shares have a decimal comma")
    func plainCounts() throws {
        let lines = CSVRenderer.render(try table(name: "Sở", [12_746, 0, 0, 0, 1])).split(separator: "\n")
        #expect(lines[1] == "1,Sở,12746,0,0,0,1,12747")
        #expect(lines[3] == #",Tỷ lệ %,"99,99","0,00","0,00","0,00","0,01","100,00""#)
    }

    @Test("column two is named after the rows", arguments: RowKind.allCases)
    func header(kind: RowKind) throws {
        let header = CSVRenderer.render(try table(by: kind, [1, 0, 0, 0, 0])).prefix { $0 != "\n" }
        #expect(
            header
                == "stt,\(kind.rawValue),satisfied_service,satisfied_attitude,dissatisfied_competence,dissatisfied_time,comments,total"
        )
    }

    @Test("with a total of 0 the share cells are empty in CSV and in text, and null in JSON")
    func noShares() throws {
        let empty = try table(name: "Sở", [])
        #expect(CSVRenderer.render(empty).hasSuffix("\n1,Sở,0,0,0,0,0,0\n,Tổng cộng,0,0,0,0,0,0\n,Tỷ lệ %,,,,,,\n"))
        let shares = try #require(try json(empty)["shares"] as? [String: Any])
        #expect(Set(shares.keys) == Set(ColumnSet.phuLucII.columns.map(\.rawValue) + ["total"]))
        #expect(shares.values.allSatisfy { $0 is NSNull })
        let line = try #require(
            TextRenderer.render(empty, zone: .vietnam).split(separator: "\n").first { $0.contains("Tỷ lệ %") })
        #expect(!line.contains("0"))
    }

    @Test("JSON holds the rows by code, the totals and the shares as exact decimals")
    func jsonNumbers() throws {
        let table = try table(name: "Sở", [168, 827, 0, 0, 0])
        let text = try JSONRenderer.render(table, zone: .vietnam)
        #expect(text.contains("\"satisfied_service\" : 16.88"))
        #expect(text.contains("\"satisfied_attitude\" : 83.12"))
        let document = try json(table)
        #expect(document["by"] as? String == "unit")
        #expect(document["as_of"] as? String == "2020-07-01T08:00:00")
        let period = try #require(document["period"] as? [String: Any])
        #expect(period["from"] as? String == "2020-06-01")
        #expect(period["to"] as? String == "2020-06-30")
        #expect(period["is_over"] as? Bool == true)
        let row = try #require((document["rows"] as? [[String: Any]])?.first)
        #expect(row["code"] as? String == "a")
        #expect(
            row["counts"] as? [String: Int] == [
                "satisfied_service": 168, "satisfied_attitude": 827,
                "dissatisfied_competence": 0, "dissatisfied_time": 0, "comments": 0, "total": 995,
            ])
        #expect((document["total"] as? [String: Int])?["total"] == 995)
    }

    @Test("JSON says how many ratings are unsure at the period's edge, and what is missing")
    func jsonNotes() throws {
        let noticed = try Sample.at("2020-06-20")
        let gap = Gap(device: "b1", boot: 255, from: 3, to: 9, cause: .restored, after: nil, noticed: noticed)
        let directory = try Sample.directory(
            Assignment(box: "b1", counters: ["Q1"], since: try Sample.at("2020-06-01")))
        let source = TableSource(
            tallies: CodedTallies(), edgeCrossings: 3, directory: directory, gaps: [.init(gap: gap, missing: 4)],
            dropped: 2,
            heard: ["b1": noticed])
        let table = TableBuilder(source, days: try Sample.days("2020-06-01", "2020-06-30"))
            .table(by: .unit, asOf: try Sample.at("2020-07-01"))
        let notes = try #require(try json(table)["notes"] as? [String: Any])
        #expect(notes["edge_crossings"] as? Int == 3)
        #expect(notes["presses_in_gaps"] as? Int == 4)
        #expect(notes["presses_dropped"] as? Int == 2)
        let silent = try #require((notes["silent_boxes"] as? [[String: Any]])?.first)
        #expect(silent["uid"] as? String == "b1")
        #expect(silent["counters"] as? [String] == ["Q1"])
        #expect(silent["last_heard"] as? String == "2020-06-20T00:00:00")
        let line = try #require((notes["gaps"] as? [[String: Any]])?.first)
        #expect(line["boot"] as? String == "ff")
        #expect(line["missing"] as? Int == 4)
        #expect(line["cause"] as? String == "restored")
    }

    @Test("thousands have a dot in the terminal's table")
    func textNumbers() throws {
        #expect(TextRenderer.render(try table(name: "Sở", [12_746, 0, 0, 0, 0]), zone: .vietnam).contains(" 12.746 "))
    }

    @Test("a grid is as wide as its widest cell, and headings are broken at words")
    func grid() {
        var grid = TextGrid(headings: ["STT", "một hai ba"], alignments: [.right, .left])
        grid.add(["1", "x"])
        grid.addRule()
        grid.add(["", "yyyyyyyyy"])
        #expect(
            grid.lines(headingWidth: 7) == [
                "┌─────┬───────────┐", "│ STT │ một hai   │", "│     │ ba        │", "├─────┼───────────┤",
                "│   1 │ x         │",
                "├─────┼───────────┤", "│     │ yyyyyyyyy │", "└─────┴───────────┘",
            ])
    }
}
