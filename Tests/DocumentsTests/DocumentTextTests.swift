import Foundation
import Testing

@testable import Documents

@Suite("The text of a report as somebody wrote it") struct DocumentTextTests {
    @Test("the month's report gives its sentences, and its annexes as tables under headings of two rows")
    func report() throws {
        let document = try DocumentText(try GoldenReport.report().docx(from: try GoldenReport.template()))
        #expect(document.text.contains("đã nhận 12.746 hồ sơ"))
        let annexes = document.tables.filter { $0.first?.first == "STT" }
        #expect(annexes.count == 2)
        let dossiers = try #require(annexes.first)
        #expect(dossiers[0].count == 14 && dossiers[0][2] == "Số hồ sơ nhận giải quyết" && dossiers[0][3].isEmpty)
        #expect(dossiers[1].prefix(4) == ["", "", "Tổng số", "Kỳ trước"])
        #expect(dossiers.first { $0.contains("Tổng cộng") }?[2] == "12.746")
        #expect(annexes.last?.contains { $0.contains("827") } == true)
    }

    private func document(_ body: String) throws -> Data {
        let space = "xmlns:w=\"\(DOCXPackage.main)\""
        return try ZipArchive([
            .init("word/document.xml", Data("<w:document \(space)><w:body>\(body)</w:body></w:document>".utf8))
        ]).bytes()
    }

    @Test("a small file of very many paragraphs, or of very much text, is refused")
    func bounds() throws {
        #expect(try DocumentText(try document("<w:p/>")).text.isEmpty)
        let paragraphs = try document(String(repeating: "<w:p/>", count: 400_000))
        #expect(paragraphs.count < 100_000)
        #expect(throws: DocumentError.self) { try DocumentText(paragraphs) }
        // The parser gives each of them in two pieces.
        let lines = String(repeating: String(repeating: "a", count: 63) + "\n", count: 9 << 14)
        #expect(throws: DocumentError.self) {
            try DocumentText(try document("<w:p><w:r><w:t>\(lines)</w:t></w:r></w:p>"))
        }
    }
}
