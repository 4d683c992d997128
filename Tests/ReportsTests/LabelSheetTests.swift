import Foundation
import Reports
import Testing

@Suite("Labels for boxes")
struct LabelSheetTests {
    private static func label(_ number: Int, counters: [BoxLabel.Counter]? = nil) -> BoxLabel {
        BoxLabel(
            uid: "53000000000000" + (number < 16 ? "0" : "") + String(number, radix: 16), name: "B\(number)",
            counters: counters ?? [BoxLabel.Counter(code: "Q\(number)", name: "Quầy số \(number)")])
    }

    private static func occurrences(of text: String, in html: String) -> Int {
        html.components(separatedBy: text).count - 1
    }

    @Test("a label tells counter, code, centre and telephone number")
    func content() {
        let html = LabelSheet.render([Self.label(171)], centre: "Trung tâm", support: "0299 3822 333")
        for text in [
            "Quầy số 171", "(Q171)", "00AB", "5300 0000 0000 00AB", "B171", "Trung tâm", "<b>0299 3822 333</b>",
            "Thiết bị đánh giá mức độ hài lòng",
        ] {
            #expect(html.contains(text), "\(text)")
        }
    }

    @Test("eight labels stand on a sheet", arguments: [(1, 1), (8, 1), (9, 2), (16, 2), (17, 3)])
    func sheets(labels: Int, sheets: Int) {
        let html = LabelSheet.render((1...labels).map { Self.label($0) }, centre: "T", support: nil)
        #expect(Self.occurrences(of: "<section class=\"sheet\">", in: html) == sheets)
        #expect(Self.occurrences(of: "<article", in: html) == labels)
    }

    @Test("what people typed is text on the page, never markup")
    func escaping() {
        let hostile = "<script>alert('x')</script>&\""
        let counter = BoxLabel.Counter(code: hostile, name: hostile)
        let html = LabelSheet.render(
            [BoxLabel(uid: "0a", name: hostile, counters: [counter])], centre: hostile, support: hostile)
        #expect(!html.contains("<script"))
        #expect(Self.occurrences(of: "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;", in: html) == 5)
    }

    @Test("the page needs no script and nothing from elsewhere")
    func selfContained() {
        let html = LabelSheet.render([Self.label(1)], centre: "T", support: "1")
        for text in ["<script", "http", "url(", "@import", "<img", "<link"] { #expect(!html.contains(text), "\(text)") }
    }

    @Test("what is not known leaves its place to be filled in, and no empty words")
    func missing() {
        let html = LabelSheet.render([BoxLabel(uid: "0a", name: nil, counters: [])], centre: nil, support: nil)
        #expect(html.contains("Chưa gắn với quầy nào"))
        #expect(html.contains("<span class=\"blank\"></span>"))
        #expect(html.contains("</small> 0A</div>"))
        #expect(!html.contains("Nhãn</small>"))
    }
}
