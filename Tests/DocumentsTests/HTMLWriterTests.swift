import Foundation
import FoundationXML
import Ratings
import Reports
import Testing

@testable import Documents

@Suite("HTML")
struct HTMLWriterTests {
    private func html(_ paper: Paper) throws -> String {
        String(decoding: try PaperWriter.bytes(of: paper, as: .html), as: UTF8.self)
    }

    @Test("the golden month holds every cell, its total and its shares")
    func golden() throws {
        let html = try html(GoldenPaper.paper())
        for row in try GoldenPaper.published() {
            let cells = (row.counts + [row.counts.reduce(0, +)]).map { "<td class=\"right\">\($0)</td>" }.joined()
            #expect(html.contains("<th scope=\"row\" class=\"left\">\(row.name)</th>\(cells)</tr>"), "\(row.name)")
        }
        #expect(html.contains("<td class=\"right\">83,12</td>"))
        #expect(html.contains("<th scope=\"col\">Tên đơn vị</th>"))
        #expect(html.contains("<html lang=\"vi\">"))
    }

    @Test("names are text, whatever they hold")
    func hostile() throws {
        var table = try GoldenPaper.table()
        table.rows[0].name = "<script>alert(\"1\")</script>&'"
        var settings = GoldenPaper.settings
        settings.issuer = "</title><img src=x onerror=alert(1)>"
        let html = try html(Annex(table, settings: settings, zone: .vietnam).paper(made: try GoldenPaper.made()))
        #expect(html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"))
        #expect(!html.contains("<script") && !html.contains("<img"))
        try expectWellFormed(html)
    }

    @Test("a page fetches nothing and every element is closed")
    func selfContained() throws {
        for (name, paper) in try PaperSamples.all() {
            let html = try html(paper)
            for word in ["http:", "https:", "url(", "src=", "<script", "<link", "@import"] {
                #expect(!html.contains(word), "\(name): \(word)")
            }
            try expectWellFormed(html)
        }
    }

    @Test("a heading cell spans what it should")
    func spans() throws {
        let html = try html(PaperSamples.report())
        #expect(html.contains("<th scope=\"colgroup\" colspan=\"3\">Số hồ sơ nhận giải quyết</th>"))
        #expect(html.contains("<th scope=\"col\" rowspan=\"2\">Đơn vị</th>"))
    }

    @Test("black letters are readable on the darkest shade of a heat map")
    func shades() throws {
        let map = PaperSamples.heatMap
        let darkest = try #require(
            map.rows.indices.flatMap { row in map.columns.indices.compactMap { map.grey(row: row, column: $0) } }.min())
        // Contrast as WCAG counts it; 4.5 is what it asks for.
        let luminance = pow((darkest + 0.055) / 1.055, 2.4)
        #expect((luminance + 0.05) / 0.05 >= 4.5)
        #expect(map.grey(row: map.rows.count, column: 0) == nil)
        #expect(map.grey(row: 0, column: map.columns.count) == nil)
        #expect(try html(PaperSamples.report()).contains("style=\"background:#8c8c8c\">100</td>"))
    }

    @Test("only a draft is marked")
    func states() throws {
        for (name, paper) in try PaperSamples.all() where ["draft", "for-signature", "portrait"].contains(name) {
            #expect(try html(paper).contains("<p class=\"draft\">DỰ THẢO</p>") == (name == "draft"))
        }
    }

    /// Reads the page as XML, in which nothing may stay open, after the few elements that HTML never closes.
    private func expectWellFormed(_ html: String) throws {
        let open = try Regex("<(meta|col|br|hr)([^>]*)>")
        let xml = html.replacing("<!DOCTYPE html>\n", with: "").replacing(open) {
            "<\($0.output[1].substring ?? "")\($0.output[2].substring ?? "")/>"
        }
        let document = XMLParser(data: Data(xml.utf8))
        #expect(document.parse(), "\(String(describing: document.parserError)) at line \(document.lineNumber)")
    }
}
