import Foundation
import Ratings
import Reports
import Testing

@testable import Documents

@Suite("DOCX")
struct DOCXWriterTests {
    private func open(_ paper: Paper) throws -> OpenDocument { try OpenDocument(try DOCXWriter.bytes(of: paper)) }

    @Test("every cell of the golden month is in the table, its heading repeated and its rows unbroken")
    func goldenMonth() throws {
        let paper = try GoldenPaper.paper()
        let table = try #require(try open(paper).xml("word/document.xml").all("w:tbl").first)
        let rows = table.all("w:tr")
        let expected = try #require(paper.parts[0].table)
        #expect(rows.count == expected.rows.count + 1)
        #expect(rows[0].all("w:tc").map(\.text) == expected.heading[0].map(\.text))
        #expect(rows[0].first("w:trPr")?.first("w:tblHeader") != nil)
        #expect(rows.dropFirst().map { $0.all("w:tc").map(\.text) } == expected.texts)
        #expect(rows.dropFirst().allSatisfy { $0.first("w:trPr")?.first("w:tblHeader") == nil })
        #expect(rows.allSatisfy { $0.first("w:trPr")?.first("w:cantSplit") != nil })
        #expect(expected.texts[17] == ["", "Tổng cộng", "168", "827", "0", "0", "0", "995"])
        #expect(expected.texts[18] == ["", "Tỷ lệ %", "16,88", "83,12", "0,00", "0,00", "0,00", "100,00"])
    }

    @Test("the children of each element stand in the order of ECMA-376")
    func order() throws {
        for paper in [try GoldenPaper.paper(), try SmallPapers.report(), SmallPapers.hostile] {
            let document = try open(paper)
            for name in document.archive.entries.map(\.name) where name.hasPrefix("word/") && name.hasSuffix(".xml") {
                #expect(WordOrder.faults(in: try document.xml(name)) == [], "\(name)")
            }
        }
    }

    @Test("every style that is used is defined, once, with the decree's face and sizes")
    func styles() throws {
        let document = try open(try SmallPapers.report())
        let styles = try document.xml("word/styles.xml").all("w:style")
        let ids = styles.compactMap { $0["w:styleId"] }
        #expect(Set(ids).count == ids.count)
        #expect(Set(styles.compactMap { $0.first("w:name")?["w:val"] }).count == ids.count)
        let body = try document.xml("word/document.xml")
        let used = (body.all("w:pStyle") + body.all("w:tblStyle")).compactMap { $0["w:val"] }
        #expect(Set(used).subtracting(ids) == [])
        #expect(Set(used).isSuperset(of: ["Title", "Subtitle", "Heading1", "BodyText", "BangSoLieu", "QuocHieu"]))
        let normal = try #require(styles.first { $0["w:styleId"] == "Normal" })
        #expect(normal.all("w:sz").map { $0["w:val"] } == ["28"])
        let defaults = try document.xml("word/styles.xml").all("w:rFonts")
        #expect(defaults.map { $0["w:ascii"] } == ["Times New Roman"])
        #expect(try document.xml("word/styles.xml").all("w:lang").first?["w:val"] == "vi-VN")
    }

    @Test("each part is a section of its own: orientation, margins, pages from 1, the first number hidden")
    func sections() throws {
        let paper = try SmallPapers.report()
        let document = try open(paper)
        let sections = try document.xml("word/document.xml").all("w:sectPr")
        #expect(sections.count == paper.parts.count)
        #expect(sections.map { $0.first("w:pgSz")?["w:orient"] } == [nil, nil, "landscape"])
        #expect(sections.map { $0.first("w:pgSz")?["w:w"] } == ["11906", "11906", "16838"])
        #expect(sections.allSatisfy { $0.first("w:pgNumType")?["w:start"] == "1" && $0.first("w:titlePg") != nil })
        let margins = try #require(sections[0].first("w:pgMar"))
        #expect(["w:top", "w:bottom", "w:left", "w:right"].map { margins[$0] } == ["1134", "1134", "1701", "850"])
        #expect(try document.text("word/header-hailong.xml").contains(" PAGE "))
        #expect(!(try document.text("word/header-hailong-first.xml").contains(" PAGE ")))
        let targets = try document.xml("word/_rels/document.xml.rels").children.compactMap { $0["Id"] }
        #expect(Set(sections.flatMap { $0.all("w:headerReference") }.compactMap { $0["r:id"] }).isSubset(of: targets))
    }

    @Test("a draft is marked on every page, what is for signature or issued is not")
    func draftMark() throws {
        var paper = try GoldenPaper.paper()
        for (state, isMarked) in [(Paper.State.draft, true), (.forSignature, false), (.issued, false)] {
            paper.state = state
            let document = try open(paper)
            for header in DOCXHeader.allCases {
                #expect(try document.text("word/\(header.file)").contains("DỰ THẢO") == isMarked)
            }
        }
    }

    @Test("the page number and a draft's mark have lines of a fixed height, which end above the text")
    func marginHeight() throws {
        var paper = try SmallPapers.report()
        paper.state = .draft
        let styles = try open(paper).xml("word/styles.xml").all("w:style")
        let heights = try [DOCXStyle.header, .draftMark].map { style in
            let spacing = try #require(styles.first { $0["w:styleId"] == style.rawValue }?.all("w:spacing").first)
            #expect(spacing["w:lineRule"] == "exact")
            return try #require(spacing["w:line"].flatMap(Int.init))
        }
        #expect(twips(millimetres: DOCXHeader.distance) + heights.reduce(0, +) + 100 <= twips(millimetres: 20))
    }

    @Test("the issuing bodies stand in lines of about one length")
    func balancedNames() throws {
        let body = try open(SmallPapers.report()).xml("word/document.xml")
        let parent = try #require(
            body.all("w:p").first { $0.all("w:pStyle").first?["w:val"] == DOCXStyle.parentBody.rawValue })
        let inset = try #require(parent.all("w:ind").first)
        #expect(inset["w:left"] == inset["w:right"] && (inset["w:left"].flatMap(Int.init) ?? 0) > 200)
    }

    @Test("an end without names is none")
    func noEnd() throws {
        let blocks = DOCXBlocks(orientation: .portrait).elements([
            .paragraph("Hết./."), .closing(Closing(recipients: [], authority: [], signer: nil)),
        ])
        #expect(blocks.map(\.name) == ["w:p"])
    }

    @Test("rows that miss one page by little are set in the small styles, those of one page or of several are not")
    func density() throws {
        for (name, isSmall) in [("portrait", false), ("landscape", true), ("sixty-units", false)] {
            let paper = try #require(try PaperSamples.all().first { $0.name == name }).paper
            let used = Set(try open(paper).xml("word/document.xml").all("w:pStyle").compactMap { $0["w:val"] })
            #expect(used.contains("OBangNho") == isSmall && used.contains("OBang") != isSmall, "\(name)")
            #expect(used.contains("OTongNho") == isSmall && used.contains("DauBangNho") == isSmall, "\(name)")
        }
    }

    @Test("the last entry, the sums and the shares are kept on one page, and nothing else is")
    func keptTogether() throws {
        let table = try #require(try open(try GoldenPaper.paper()).xml("word/document.xml").all("w:tbl").first)
        let kept = table.all("w:tr").dropFirst().map { row in row.all("w:keepNext").count }
        #expect(kept == Array(repeating: 0, count: 16) + [8, 8, 0])
    }

    @Test("no room is left above a title at the top of a page, but above one below a letterhead")
    func topOfPage() throws {
        let titles = try open(try SmallPapers.report()).xml("word/document.xml").all("w:p").filter {
            $0.all("w:pStyle").first?["w:val"] == "Title"
        }
        #expect(titles.map(\.text) == ["BÁO CÁO", "Phụ lục II", "Phụ lục I"])
        #expect(titles.map { $0.all("w:spacing").first?["w:before"] } == [nil, "0", "0"])
    }

    @Test("a heading of two rows keeps its spans and its merged cells")
    func spans() throws {
        let rows = try open(try SmallPapers.report()).xml("word/document.xml").all("w:tbl")
            .filter { $0.first("w:tblPr")?.first("w:tblStyle") != nil }[1].all("w:tr")
        let first = rows[0].all("w:tc")
        #expect(first.map(\.text) == ["STT", "Đơn vị", "Số hồ sơ nhận giải quyết"])
        #expect(first.map { $0.all("w:gridSpan").first?["w:val"] } == [nil, nil, "3"])
        #expect(first.map { $0.all("w:vMerge").first?["w:val"] } == ["restart", "restart", nil])
        let second = rows[1].all("w:tc")
        #expect(second.map(\.text) == ["", "", "Tổng số", "Kỳ trước", "Mới"])
        #expect(second.map { $0.all("w:vMerge").count } == [1, 1, 0, 0, 0])
        #expect(rows.prefix(2).allSatisfy { $0.first("w:trPr")?.first("w:tblHeader") != nil })
    }

    @Test("a heat map is a table of shaded cells, white for none")
    func heatMap() throws {
        let fills = try open(try SmallPapers.report()).xml("word/document.xml").all("w:shd").map { $0["w:fill"] }
        #expect(fills == ["FFFFFF", "B7D4EE", "6FA8DC", "FFFFFF"])
    }

    @Test("the same paper is the same bytes, and the properties hold title, issuer and the given moment")
    func sameBytes() throws {
        let paper = try SmallPapers.report()
        #expect(try DOCXWriter.bytes(of: paper) == DOCXWriter.bytes(of: paper))
        let core = try open(paper).xml("docProps/core.xml")
        #expect(core.first("dc:title")?.text == paper.title)
        #expect(core.first("dc:creator")?.text == paper.author)
        #expect(core.first("dcterms:created")?.text == "2020-06-23T17:00:00Z")
        #expect(core.first("dcterms:modified")?.text == "2020-06-23T17:00:00Z")
    }

    @Test("names with markup, formulas and control characters are words, without what XML cannot hold")
    func hostileNames() throws {
        let text = try open(SmallPapers.hostile).xml("word/document.xml").text
        #expect(text.contains("<w:p>&amp; \"quoted\" ]]>"))
        #expect(text.contains("=HYPERLINK(\"http://example.org\")"))
        #expect(text.contains("bell"))
        #expect(!text.contains("\u{7}") && !text.contains("\u{FFFF}"))
    }
}
