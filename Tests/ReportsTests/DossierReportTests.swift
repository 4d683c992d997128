import Foundation
import Ratings
import Testing

@testable import Reports

/// The published Phụ lục I of Sóc Trăng, June 2020, to the digit.
@Suite("The golden month's dossiers") struct DossierReportTests {
    private let published: [[String]]
    private let period: ReportPeriod
    private let units: [any DirectoryRecord]
    private let table: DossierTable

    init() throws {
        let rows = Array(try Fixture.rows("phu-luc-i").dropFirst())
        published = rows
        let days = try Sample.days("2020-05-16", "2020-06-15")
        period = ReportPeriod(name: "2020-06", first: days.lowerBound, last: days.upperBound)
        // Codes that sort another way than the units do, and rows that stand in the order of the codes.
        units = try rows.enumerated().map { try Sample.unit("u\(99 - $0.offset)", $0.element[1], $0.offset + 1) }
        table = DossierTable(
            period: "2020-06", rowKind: .unit, columns: DossierColumns.standard.columns,
            rows: try rows.enumerated().reversed().map { index, row in
                DossierTable.Row(code: "u\(99 - index)", counts: try row[2...].map { try #require(Int($0)) })
            })
    }

    private func report(_ more: any DirectoryRecord...) throws -> DossierReport {
        DossierReport(table, period: period, in: try Sample.directory(of: units + more))
    }

    @Test("the CSV gives the published table to the digit, shares on their own bases")
    func csv() throws {
        let lines = DossierRenderer.csv(try report()).split(separator: "\n").map(String.init)
        let totals = try Fixture.rows("phu-luc-i-totals")
        func line(_ fields: [String]) -> String { fields.map(CSVField.quoted).joined(separator: ",") }
        #expect(lines[0] == line(try Fixture.rows("phu-luc-i")[0]))
        #expect(Array(lines[1...17]) == published.map(line))
        #expect(lines[18] == "," + line(totals[1]))
        #expect(lines[19] == "," + line(totals[2]))
        #expect(lines.count == 20)
        #expect(
            lines[19].hasSuffix(#""15,75","84,25","79,79","98,24","1,67","0,09","20,21","99,34","0,66","0,05","9,40""#))
    }

    @Test("coverage is measured against its resolved dossiers, or those newly received at the counter")
    func coverage() throws {
        let resolved = try CoverageBase(.resolved, of: [table])
        #expect(resolved.counts.count == 17)
        #expect(resolved.counts.values.reduce(0, +) == 10_170)
        #expect(try CoverageBase(.resolved, of: [table, table]).counts.values.reduce(0, +) == 20_340)
        let totals = try Fixture.rows("phu-luc-i-totals")[1].dropFirst().compactMap { Int($0) }
        let withPost = try CoverageBase(.counter, of: [table])
        #expect(withPost.rest == [.post])
        #expect(withPost.counts.values.reduce(0, +) == totals[0] - totals[1] - totals[11])
        var table = table
        table.columns.append(DossierColumn(code: "post", heading: "Bưu chính", role: .subcount, of: "received_total"))
        // No unit has more of them than came neither earlier nor online.
        let posted = table.rows.map { min(1, withPost.counts[$0.code] ?? 0) }
        for (index, count) in posted.enumerated() { table.rows[index].counts.append(count) }
        let counter = try CoverageBase(.counter, of: [table])
        #expect(counter.rest.isEmpty)
        #expect(counter.counts.values.reduce(0, +) == totals[0] - totals[1] - totals[11] - posted.reduce(0, +))
        let first = table.rows[0]
        table.rows[0].counts[12] = first.counts[0] + 1
        #expect(throws: CoverageBase.Fault.negative(row: first.code, period: "2020-06")) {
            try CoverageBase(.counter, of: [table])
        }
    }

    @Test("a dossier that is carried over from month to month counts once; only a table without online is no base")
    func carriedOver() throws {
        func month(_ name: String, received: Int, carriedOver: Int, online: Int = 0) -> DossierTable {
            let codes = ["received_total", "carried_over", "online"]
            return DossierTable(
                period: name, rowKind: .unit,
                columns: codes.map { DossierColumn(code: $0, heading: $0, role: .total) },
                rows: [DossierTable.Row(code: "a", counts: [received, carriedOver, online])])
        }
        let quarter = [
            month("2020-04", received: 100, carriedOver: 0), month("2020-05", received: 100, carriedOver: 100),
            month("2020-06", received: 103, carriedOver: 100, online: 1),
        ]
        #expect(try CoverageBase(.counter, of: quarter).counts == ["a": 102])
        var older = quarter[0]
        older.columns.remove(at: 1)
        older.rows[0].counts.remove(at: 1)
        let base = try CoverageBase(.counter, of: [older] + quarter.dropFirst())
        #expect(base.counts == ["a": 102] && base.rest == [.carriedOver, .post])
        older.columns.remove(at: 1)
        #expect(throws: CoverageBase.Fault.missingColumn(code: "online", period: "2020-04")) {
            try CoverageBase(.counter, of: [older])
        }
    }

    @Test("its rows and totals agree in every rule")
    func agrees() throws {
        var table = table
        let totals = try Fixture.rows("phu-luc-i-totals")
        table.statedTotal = totals[1].dropFirst().compactMap { Int($0) }
        table.statedShares = totals[2].dropFirst().map { $0 }
        #expect(table.statedTotal?.count == 12)
        #expect(try table.figures(in: Sample.directory(of: units)).findings.isEmpty)
    }

    @Test("a share that is printed wrong is found, whatever its decimals")
    func wrongShare() throws {
        let directory = try Sample.directory(of: units)
        var table = table
        table.statedShares = [nil, "15,76", "84.2%", "79,8", "98", "1,67 %", "-", nil, nil, nil, nil, "9,4"]
        let found = table.figures(in: directory).findings
        #expect(found.map(\.stated) == ["15,76"] && found.map(\.expected) == ["15,75"])
        table.statedTotal = [1000, 180, 820, 821, 821, 0, 0, 179, 179, 0, 0, 0]
        table.statedShares = [nil, nil, "82,1", "82,1", nil, nil, nil, nil, nil, nil, nil, nil]
        table.rows = []
        #expect(table.figures(in: directory).findings.map(\.expected) == ["82,0"])
    }

    @Test("the heading has two rows: groups over their columns, and columns that span both")
    func heading() throws {
        let report = try report()
        #expect(
            report.groups.map(\.title) == [
                "Số hồ sơ nhận giải quyết", "Số hồ sơ đã giải quyết", "Số hồ sơ đang giải quyết", nil, nil,
            ])
        #expect(report.groups.map(\.columns) == [0..<3, 3..<7, 7..<10, 10..<11, 11..<12])
        #expect(
            report.headings == [
                "Tổng số", "Kỳ trước", "Số mới tiếp nhận", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số",
                "Còn hạn",
                "Quá hạn", "Số hồ sơ bị trả lại", "Hồ sơ nhận qua trực tuyến",
            ])
    }

    @Test("the terminal's table has title, thousands dots, totals and shares")
    func text() throws {
        let text = DossierRenderer.text(try report())
        #expect(text.contains("THÁNG 6 NĂM 2020 (TỪ 16/5/2020 ĐẾN 15/6/2020)"))
        for part in ["PHỤ LỤC I\n", "Công an tỉnh", " 4.052 │", "12.746", "100,00", "98,24"] {
            #expect(text.contains(part), "\(part)")
        }
        let widths = Set(text.split(separator: "\n").filter { "┌│├└".contains($0.first ?? " ") }.map(\.count))
        #expect(widths.count == 1)
    }

    @Test("the JSON tells of each column its heading, its role and what its share is of")
    func json() throws {
        struct Document: Decodable {
            struct Column: Decodable {
                var code: String
                var heading: [String]
                var role: String
                var shareOf: String
            }
            var columns: [Column]
            var total: [String: Int]
            var shares: [String: Double?]
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let text = try DossierRenderer.json(try report())
        let document = try decoder.decode(Document.self, from: Data(text.utf8))
        #expect(document.columns[4].shareOf == "resolved_total" && document.columns[4].heading.last == "Trước hạn")
        #expect(document.columns[11].role == "subcount")
        #expect(text.contains("\"online\" : 9.4") && text.contains("\"received_total\" : 12746"))
    }

    @Test("a unit that merged stands in the row of the one that took it over, and that is said")
    func merged() throws {
        let construction = try Sample.unit("u86", "Sở Xây dựng", 14)
        let transport = try Sample.unit(
            "u96", "Sở Giao thông vận tải", 4, until: "2020-06-01", successors: ["u86"])
        let report = try report(transport, construction)
        #expect(report.rows.count == 16)
        let row = try #require(report.rows.first { $0.code == "u86" })
        #expect(row.counts[0] == 4052 + 118 && row.counts[11] == 83 + 51)
        #expect(report.total[0] == 12746)
        #expect(DossierRenderer.notes(report) == ["Sở Giao thông vận tải được tính vào Sở Xây dựng (từ 1/6/2020)."])
    }

    @Test("without dossiers there are no shares")
    func empty() throws {
        let none = DossierTable(
            period: "2020-06", rowKind: .field, columns: DossierColumns.standard.columns,
            rows: [DossierTable.Row(code: "HT", counts: Array(repeating: 0, count: 12))])
        let field = ServiceField(code: "HT", name: "Hộ tịch", order: 1)
        let report = DossierReport(none, period: period, in: try Sample.directory(field))
        #expect(report.shares.allSatisfy { $0 == nil })
        #expect(DossierRenderer.csv(report).hasPrefix("stt,field,received_total"))
        #expect(DossierRenderer.csv(report).contains("\n1,Hộ tịch,0"))
    }

    @Test("a finding says where, both numbers and the rule, and calls a rest what it is")
    func words() throws {
        var table = table
        table.rows = [DossierTable.Row(code: "u99", counts: [100, 40, 60, 64, 60, 3, 2, 0, 0, 0, 0, 101])]
        table.statedTotal = [100, 40, 60, 64, 60, 3, 2, 0, 0, 0, 0, 100]
        let words = table.figures(in: try Sample.directory(of: units)).findings.map(\.sentence)
        #expect(
            words == [
                "Phụ lục I · Sở Thông tin và Truyền thông: “Số hồ sơ nhận giải quyết - Tổng số” là 100, “Số hồ sơ đã giải quyết - Tổng số”"
                    + " + “Số hồ sơ đang giải quyết - Tổng số” là 64: còn 36 hồ sơ chưa phân loại",
                "Phụ lục I · Sở Thông tin và Truyền thông: “Số hồ sơ đã giải quyết - Tổng số” là 64, “Số hồ sơ đã giải quyết - Trước hạn”"
                    + " + “Số hồ sơ đã giải quyết - Đúng hạn” + “Số hồ sơ đã giải quyết - Quá hạn” là 65: thừa 1 hồ sơ",
                "Phụ lục I · Sở Thông tin và Truyền thông: “Hồ sơ nhận qua trực tuyến” là 101, nhiều hơn “Số hồ sơ nhận giải quyết - Tổng số” là 100",
                "Phụ lục I · Tổng cộng: “Số hồ sơ nhận giải quyết - Tổng số” là 100, “Số hồ sơ đã giải quyết - Tổng số”"
                    + " + “Số hồ sơ đang giải quyết - Tổng số” là 64: còn 36 hồ sơ chưa phân loại",
                "Phụ lục I · Tổng cộng: “Số hồ sơ đã giải quyết - Tổng số” là 64, “Số hồ sơ đã giải quyết - Trước hạn”"
                    + " + “Số hồ sơ đã giải quyết - Đúng hạn” + “Số hồ sơ đã giải quyết - Quá hạn” là 65: thừa 1 hồ sơ",
                "Phụ lục I · Tổng cộng: “Hồ sơ nhận qua trực tuyến” là 100, cộng các dòng là 101",
            ])
    }
}
