import Foundation
import Ratings
import Testing

@testable import Office

@Suite struct SocTrangTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("config/soc-trang")

    @Test("the files of config/soc-trang are imported together, without a remark, and come out as they went in")
    func imported() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let files = try FileKind.allCases.compactMap { kind -> ImportFile? in
                let url = Self.folder.appendingPathComponent(kind.fileName)
                guard FileManager.default.fileExists(atPath: url.path) else { return nil }
                return ImportFile(name: kind.fileName, bytes: try Data(contentsOf: url))
            }
            let reply = try await desk.ask(.importFiles(files))
            #expect(reply.notes.isEmpty)
            #expect(reply.summary.contains("đơn vị: thêm 17, đổi 0, giữ nguyên 0"))
            let directory = desk.store.directory
            #expect(directory.boxes["5300000000000011"]?.label == "B17")
            #expect(directory.officers.values.filter { $0.employer == "Bưu điện tỉnh Sóc Trăng" }.count == 1)
            #expect(PeriodRule.period(named: "2020-06", in: directory)?.first == Day(iso: "2020-05-16"))
            for file in files {
                let kind = try #require(FileKind(fileName: file.name))
                guard kind != .settings, kind != .calendar else { continue }
                #expect(desk.office.export(kind) == String(decoding: file.bytes, as: UTF8.self))
            }
        }
    }
}
