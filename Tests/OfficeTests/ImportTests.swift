import Foundation
import Ratings
import Testing

@testable import Office

@Suite struct ImportTests {
    @Test("a preview counts what is new, changed and kept, and changes nothing")
    func preview() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let before = try desk.store.changes().count
            let files = [
                "units.csv": """
                code,name,order,since
                SXD,Sở Xây dựng,1,2019-01-01
                SYT,Sở Y tế tỉnh,2,2019-01-01
                SNV,Sở Nội vụ,3,2019-01-01

                """
            ]
            let reply = try await desk.take(files, isPreview: true)
            #expect(reply.summary == ["đơn vị: thêm 1, đổi 1, giữ nguyên 1"])
            #expect(!reply.isApplied)
            #expect(try desk.store.changes().count == before)
            #expect(desk.store.directory.units.all("SNV").isEmpty)
            #expect(try await desk.take(files).isApplied)
            #expect(desk.store.directory.units.all("SYT").first?.name == "Sở Y tế tỉnh")
        }
    }

    @Test("an import is one audit row with who, when and why, and the same again leaves none")
    func audit() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let change = try #require(try desk.store.changes().last)
            #expect(change.who == "giám sát" && change.at == Desk.now && change.why == "thử")
            #expect(change.action.hasPrefix("import calendar.csv, counters.csv"))
            let count = try desk.store.changes().count
            let reply = try await desk.take(Desk.directory)
            #expect(reply.records == 0 && reply.isApplied)
            #expect(reply.summary.contains("đơn vị: thêm 0, đổi 0, giữ nguyên 2"))
            #expect(try desk.store.changes().count == count)
        }
    }

    @Test("all or nothing: one bad line of one file keeps all the others out")
    func allOrNothing() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            var files = Desk.directory
            files["counters.csv"]? += "Q03,Quầy 3,SAI,2019-01-01\n"
            let findings = try await desk.refusal(of: files)
            #expect(findings.count == 1)
            #expect(
                findings.first?.description
                    == "counters.csv:4: units 'SAI': unknown code. Correct it, or add it to units.csv of the same import."
            )
            #expect(desk.store.directory.units.codes.isEmpty)
        }
    }

    @Test("a scale of levels is imported by the columns' names or by their headings, and exported by their names")
    func levels() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let rows = """
                scale,since,input,choice,column,vi,en
                nam-muc,2021-01-01,1,a,Rất hài lòng,A,A
                nam-muc,2021-01-01,2,b,satisfied,B,B
                nam-muc,2021-01-01,3,c,bình thường,C,C
                nam-muc,2021-01-01,4,d,KHÔNG HÀI LÒNG,D,D
                nam-muc,2021-01-01,5,e,very_dissatisfied,E,E

                """
            #expect(try await desk.take(["scales.csv": rows]).isApplied)
            let scale = try #require(desk.store.directory.scales.all("nam-muc").first)
            #expect(scale.choices.map(\.column) == ColumnSet.levels.columns)
        }
    }

    @Test("a column that a file lacks leaves what there is")
    func missingOptionalColumn() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.take(["officers.csv": "code,name\nB,Trần Văn Bình\n"])
            let officer = desk.store.directory.officers["B"]
            #expect(officer?.name == "Trần Văn Bình" && officer?.employer == "Bưu điện tỉnh")
            #expect(officer?.standing == .reserve)
        }
    }

    @Test("--complete closes what the file does not name, and deletes nothing")
    func complete() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let files = ["counters.csv": "code,name,units,since\nQ01,Quầy 1,SXD,2019-01-01\n"]
            let reply = try await desk.take(files, complete: true, since: Desk.moment("2020-06-01"))
            #expect(reply.summary == ["quầy: thêm 0, đổi 0, giữ nguyên 1, kết thúc 1"])
            #expect(desk.store.directory.counters.all("Q02").first?.until == Desk.moment("2020-06-01"))
            let again = try await desk.take(files, complete: true, since: Desk.moment("2020-07-01"))
            #expect(again.records == 0)
        }
    }

    @Test("--complete is refused where nothing has an end, and before an absent one begins")
    func completeRefused() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let officers = try await desk.refusal(of: ["officers.csv": "code,name\nA,Lê An\n"], complete: true)
            #expect(officers.first?.why == "officers.csv has nothing that can be closed")
            try await desk.take(["units.csv": "code,name,order,since\nMOI,Sở Mới,3,2021-01-01\n"])
            let units = try await desk.refusal(
                of: ["units.csv": "code,name,order,since\nSXD,Sở Xây dựng,1,2019-01-01\n"], complete: true)
            #expect(units.first?.why.contains("MOI is not in the file but begins only on 1/1/2021") == true)
        }
    }

    @Test("importing an export changes nothing, for every kind")
    func exportRoundTrip() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.take(everything)
            try await desk.ask(
                .boxAssign(uid: "0a", counters: ["Q02"], since: Desk.now + .milliseconds(123), why: "chuyển"))
            try await desk.ask(
                .dutyEnd(counter: "Q01", officer: "A", since: Desk.moment("2020-06-15T10:20:30"), why: "về"))
            for mark in [false, true] {
                for kind in FileKind.allCases {
                    let text = desk.office.export(kind, hasByteOrderMark: mark)
                    #expect(text.split(separator: "\n").count > 1, "\(kind) has rows")
                    let reply = try await desk.take([kind.fileName: text])
                    #expect(reply.records == 0, "\(kind): \(reply.lines)")
                }
            }
            let all = desk.office.exportAll()
            #expect(all.count == FileKind.allCases.count)
            #expect(try await desk.ask(.importFiles(all)).records == 0)
            try await Desk.empty { (other: Desk) async throws in
                #expect(try await other.ask(.importFiles(all)).isApplied)
                for kind in FileKind.allCases { #expect(other.office.export(kind) == desk.office.export(kind)) }
            }
        }
    }

    private let everything = [
        "centre.csv": "name,parent,since,until\n\"Trung tâm \"\"Một cửa\"\", tỉnh\",UBND tỉnh,2019-01-01,\n",
        "sites.csv": "code,name,since,until\nTT,Trụ sở,2019-01-01,\nCS2,Cơ sở 2,2019-01-01,2020-01-01\n",
        "units.csv": """
        code,name,order,parent,since,until,successors
        CU,Sở Cũ,9,,2019-01-01,2020-01-01,SXD|SYT
        PXD,Phòng Quản lý xây dựng,3,SXD,2019-01-01,,

        """,
        "fields.csv": "code,name,order\nDD,Đất đai,1\n",
        "dossier_columns.csv": """
        map,since,heading,column,role,of,split,title,digits
        mot-cua,2019-01-01,Cơ quan,đơn vị,,,,,
        mot-cua,2019-01-01,Ghi chú,-,,,,,
        mot-cua,2019-01-01,Tiếp nhận > Tổng,received_total,,,,,4.052
        mot-cua,2019-01-01,"Tiếp nhận > Qua mạng, bưu điện",remote,trong đó,received_total,,,
        mot-cua,2019-01-01,Đã xong,resolved_total,,,,,

        """,
        "counters.csv": "code,name,site,units,since,until\nQ09,Quầy 9,TT,SXD|SYT,2019-01-01,\n",
        "boxes.csv": "uid,label,note\n0A,B01,\"dây hỏng,\nđã thay\"\n",
        "assignments.csv": "box,counters,since,until\n0a,Q01|Q02,2020-06-01,\n",
        "roster.csv": """
        date,session,counter,officer,unit,since,until
        15/06/2020,sáng,Q01,A,SXD,,
        2020-06-15,chiều,Q01,B,,,
        ,,Q02,C,,2020-06-15 07:30,15/6/2020 09:15

        """,
        "settings.csv": """
        name,scope,since,value
        period_first_day,,2019-01-01,16
        minimum_interval_s,box:0A,2019-01-01,"2,5"
        mode,counter:Q02,2020-01-01,invited

        """,
        "calendar.csv": """
        loại,thứ,ngày,buổi,mở,đóng,từ ngày,quầy
        buổi,thứ ba,,sáng,7:00,11:00,01/01/2019,
        nghỉ,,02/09/2020,,,,,
        làm bù,T2,05/09/2020,,,,,
        extra,,2020-06-20,,08:00:00,10:00:00,,Q01

        """,
        "periods.csv": "name,first,last\n2020-06,2020-05-16,2020-06-15\n2020-07,2020-06-16,2020-07-15\n",
    ]
}
