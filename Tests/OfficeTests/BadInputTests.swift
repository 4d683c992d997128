import Foundation
import Ratings
import Testing

@testable import Office

/// Each wrong file names file, line, field and remedy, and nothing is lost.
@Suite struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var file: String
        var text: String
        var line: Int?
        var field: String
        var why: String
        var testDescription: String { "\(file): \(why)" }
    }

    static let cases: [Case] = [
        Case(
            file: "units.csv", text: "code,name,order,since\nX,Một,1,2019-01-01\nX,Hai,2,2019-01-01\n", line: 3,
            field: "code", why: "the same key stands in line 2 already"),
        Case(
            file: "units.csv", text: "code,name,order,since\nX,Một,4.052,2019-01-01\n", line: 2, field: "order",
            why: "may mean different numbers"),
        Case(
            file: "units.csv", text: "code,name,order,since\nX,Một,đầu,2019-01-01\n", line: 2, field: "order",
            why: "no whole number"),
        Case(
            file: "units.csv", text: "code,name,order,since\nX,,1,2019-01-01\n", line: 2, field: "name", why: "empty"),
        Case(
            file: "units.csv", text: "code,name,order,since\nmã có dấu,Một,1,2019-01-01\n", line: 2, field: "code",
            why: "not a code"),
        Case(
            file: "units.csv", text: "code,name,order,since\nX,Một,1,31/02/2020\n", line: 2, field: "since",
            why: "no such day or time"),
        Case(
            file: "units.csv", text: "code,name,order,since,until\nX,Một,1,2020-01-01,2020-01-01\n", line: 2,
            field: "until", why: "ends before or as it begins (1/1/2020)"),
        Case(
            file: "units.csv",
            text: "code,name,order,since,until\nX,Một,1,2019-01-01,2020-02-01\nX,Hai,1,2020-01-01,\n", line: 2,
            field: "until", why: "the next version already begins on 1/1/2020"),
        Case(
            file: "units.csv", text: "code,name,order,parent,since\nX,Một,1,Y,2019-01-01\nY,Hai,2,X,2019-01-01\n",
            line: 2, field: "parent", why: "the unit would belong to itself"),
        Case(
            file: "units.csv", text: "code,name,order,since,successors\nX,Một,1,2019-01-01,SXD\n", line: 2,
            field: "successors", why: "successors of a unit that goes on"),
        Case(
            file: "units.csv", text: "code,name,order,since,until,successors\nX,Một,1,2019-01-01,2020-01-01,SAI\n",
            line: 2, field: "successors", why: "unknown code"),
        Case(
            file: "counters.csv", text: "code,name,site,units,since\nQ09,Quầy,SAI,SXD,2019-01-01\n", line: 2,
            field: "site", why: "unknown code"),
        Case(
            file: "officers.csv", text: "code,name,standing\nZ,Lê Z,tạm\n", line: 2, field: "standing",
            why: "not one of the values"),
        Case(file: "boxes.csv", text: "uid,label\nxyz,B01\n", line: 2, field: "uid", why: "not a UID"),
        Case(
            file: "boxes.csv", text: "uid,label\n0a,B01\n0b,B01\n", line: 3, field: "label",
            why: "box 0a has this label already"),
        Case(
            file: "assignments.csv", text: "box,counters,since\n0a,Q01,2019-01-01\n", line: 2, field: "box",
            why: "unknown code"),
        Case(
            file: "roster.csv", text: "date,session,counter,officer\n16/06/2020,sáng,Q01,A\n", line: 2,
            field: "session", why: "the working calendar has no such session on 2020-06-16"),
        Case(
            file: "roster.csv", text: "date,session,counter,officer\n15/06/2020,tối,Q01,A\n", line: 2,
            field: "session", why: "the working calendar has no such session on 2020-06-15"),
        Case(
            file: "roster.csv", text: "date,session,counter,officer\n15/06/2020,sáng,Q01,SAI\n", line: 2,
            field: "officer", why: "unknown code"),
        Case(
            file: "scales.csv",
            text:
                "scale,since,input,choice,column,vi,en\nx,2019-01-01,1,a,comments,A,A\nx,2019-01-01,1,b,comments,B,B\n",
            line: 3, field: "input", why: "twice in the scale x, which begins in line 2"),
        Case(
            file: "scales.csv", text: "scale,since,input,choice,column,vi,en\nx,2019-01-01,1,a,tốt,A,A\n", line: 2,
            field: "column", why: "not one of the values"),
        Case(
            file: "settings.csv", text: "name,since,value\nzone,2019-01-01,Asia/Ha_Noi\n", line: 2, field: "value",
            why: "no value for zone"),
        Case(
            file: "settings.csv", text: "name,since,value\ndecimals,2019-01-01,5\n", line: 2, field: "value",
            why: "no value for decimals"),
        Case(
            file: "settings.csv", text: "name,since,value\nmode,2019-01-01,closed\n", line: 2, field: "value",
            why: "no value for mode"),
        Case(
            file: "settings.csv", text: "name,since,value\nminimum_interval_s,2019-01-01,4.052\n", line: 2,
            field: "value", why: "no value for minimum_interval_s"),
        Case(
            file: "settings.csv", text: "name,since,value\ncolour,2019-01-01,5\n", line: 2, field: "name",
            why: "not one of the values"),
        Case(
            file: "settings.csv", text: "name,scope,since,value\nmode,box:0a,2019-01-01,open\n", line: 2,
            field: "scope", why: "mode cannot be set for a box"),
        Case(
            file: "settings.csv", text: "name,scope,since,value\nmode,quầy 1,2019-01-01,open\n", line: 2,
            field: "scope", why: "no scope"),
        Case(
            file: "calendar.csv",
            text: "rule,weekday,session,opens,closes,since\nsession,8,sáng,7:00,11:00,2019-01-01\n",
            line: 2, field: "weekday", why: "not one of the values"),
        Case(
            file: "calendar.csv",
            text: "rule,weekday,session,opens,closes,since\nsession,2,sáng,11:00,7:00,2019-01-01\n",
            line: 2, field: "closes", why: "closes before or as it opens (11:00)"),
        Case(
            file: "calendar.csv",
            text: "rule,weekday,session,opens,closes,since\nsession,1,trưa,10:00,12:00,2019-01-01\n",
            line: 2, field: "opens", why: "sessions sáng and trưa overlap from 2019-01-07 on"),
        Case(
            file: "calendar.csv", text: "rule,date,opens,closes,counter\nextra,2020-06-20,25:00,26:00,\n", line: 2,
            field: "opens", why: "no time of day"),
        Case(
            file: "periods.csv", text: "name,first,last\n2020-06,2020-06-15,2020-05-16\n", line: 2, field: "last",
            why: "the period ends before it begins (2020-06-15)"),
        Case(
            file: "periods.csv",
            text: "name,first,last\n2020-06,2020-05-16,2020-06-15\n2020-07,2020-06-15,2020-07-15\n",
            line: 3, field: "first", why: "overlaps period 2020-06, which ends on 2020-06-15"),
        Case(
            file: "periods.csv", text: "name,first,last\n2020-05,2020-05-16,2020-06-15\n", line: 2, field: "name",
            why: "a period is named after the month it ends in"),
        Case(
            file: "periods.csv", text: "name,first,last\n2020-06,16.5.2020,2020-06-15\n", line: 2, field: "first",
            why: "no such day"),
    ]

    @Test("a wrong cell names file, line, field, reason and remedy", arguments: cases)
    func refused(example: Case) async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let findings = try await desk.refusal(of: [example.file: example.text])
            let finding = findings.first { $0.why == example.why }
            #expect(finding != nil, "\(findings)")
            #expect(finding?.file == example.file && finding?.line == example.line)
            #expect(finding?.field == example.field)
            #expect(finding?.remedy.isEmpty == false)
        }
    }

    @Test("a box at two places at once is refused, also against what is there already")
    func overlappingAssignments() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let boxes = "uid,label\n0a,B01\n"
            let both = try await desk.refusal(of: [
                "boxes.csv": boxes, "assignments.csv": "box,counters,since\n0a,Q01,2020-01-01\n0a,Q02,2020-02-01\n",
            ])
            #expect(both.first?.line == 3)
            #expect(both.first?.why.contains("cannot be at two places at once") == true)
            #expect(both.first?.remedy == "Give the earlier assignment an 'until' not after 1/2/2020.")
            try await desk.take([
                "boxes.csv": boxes,
                "assignments.csv": "box,counters,since,until\n0a,Q01,2020-01-01,2020-03-01\n",
            ])
            let one = try await desk.refusal(of: ["assignments.csv": "box,counters,since\n0a,Q02,2020-02-01\n"])
            #expect(one.first?.file == "assignments.csv" && one.first?.line == 2)
            #expect(desk.places(of: "0a") == ["Q01 2020-01-01 – 2020-03-01"])
        }
    }

    @Test("the same key in two files names both places")
    func duplicateAcrossFiles() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let file = ImportFile(name: "boxes.csv", bytes: Data("uid,label\n0a,B01\n".utf8))
            let other = ImportFile(name: "thiet-bi.csv", bytes: Data("uid,label\n0A,B02\n".utf8))
            let findings = try await desk.refusal(of: .importFiles([file, other]))
            #expect(findings.first?.file == "thiet-bi.csv")
            #expect(findings.first?.why == "the same key stands in boxes.csv:2 already")
        }
    }

    @Test("all findings are told, the first twenty one by one and the rest as a count")
    func manyFindings() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let rows = (1...25).map { "X\($0),Một,\($0),sai\n" }.joined()
            let findings = try await desk.refusal(of: ["units.csv": "code,name,order,since\n" + rows])
            #expect(findings.map(\.line) == (2...26).map { $0 })
            let lines = OfficeReply.refused(OfficeError(findings)).errors
            #expect(lines.count == 21 && lines.last == "… and 5 more; nothing was changed.")
        }
    }

    @Test("a gap between periods is a remark, not an error")
    func periodGap() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let reply = try await desk.take([
                "periods.csv": "name,first,last\n2020-06,2020-05-16,2020-06-15\n2020-07,2020-06-18,2020-07-15\n"
            ])
            #expect(
                reply.notes == ["từ 16/6/2020 đến 17/6/2020 không thuộc kỳ nào (giữa kỳ 2020-06 và kỳ 2020-07)"])
            #expect(reply.isApplied)
        }
    }

    @Test("two officers in one session are a remark that says what follows")
    func twoOfficers() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let reply = try await desk.take([
                "roster.csv": "date,session,counter,officer\n15/06/2020,sáng,Q01,A\n15/06/2020,sáng,Q01,B\n"
            ])
            #expect(reply.notes.first?.contains("Lê An (A), Trần Bình (B)") == true)
            #expect(desk.duties(at: "Q01").count == 2)
        }
    }

    @Test("an ended unit with a counter, and two scales without a choice, are remarks")
    func remarks() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let ended = try await desk.take([
                "units.csv": "code,name,order,since,until\nSXD,Sở Xây dựng,1,2019-01-01,2021-01-01\n"
            ])
            #expect(ended.notes == ["quầy Q01 vẫn phục vụ đơn vị SXD đã kết thúc từ 1/1/2021"])
            let scales = try await desk.take([
                "scales.csv": "scale,since,input,choice,column,vi,en\nba,2019-01-01,1,a,comments,A,A\n"
            ])
            #expect(scales.notes.first?.hasPrefix("có 2 thang đánh giá (ba, nam-cot)") == true)
        }
    }
}
