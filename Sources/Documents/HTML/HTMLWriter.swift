import Foundation
import Reports

/// Writes a paper as one HTML page that needs nothing else, and no script.
enum HTMLWriter {
    /// The file.
    static func bytes(of paper: Paper) -> Data { Data(text(of: paper).utf8) }

    static func text(of paper: Paper) -> String {
        let parts = paper.parts.map { part in
            """
            <section class="\(part.orientation.rawValue)">
            \(paper.state == .draft ? "<p class=\"draft\">DỰ THẢO</p>\n" : "")\(blocks(of: part))</section>

            """
        }
        return """
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="author" content="\(escaped(paper.author))">
            <title>\(escaped(paper.title))</title>
            <style>
            \(HTMLStyle.sheet)
            </style>
            </head>
            <body>
            \(parts.joined())</body>
            </html>

            """
    }

    private static func blocks(of part: Paper.Part) -> String {
        part.blocks.map { block in
            switch block {
            case .letterhead(let head): letterhead(head)
            case .title("", .rule): "<hr>\n"
            case .title(let text, .kind): "<h1>\(escaped(text))</h1>\n"
            case .title(let text, .subject): "<h2>\(escaped(text))</h2>\n"
            case .title(let text, let style): "<p class=\"\(style.rawValue)\">\(escaped(text))</p>\n"
            case .heading(let text, let level):
                "<h\(min(level + 2, 6)) class=\"body\">\(escaped(text))</h\(min(level + 2, 6))>\n"
            case .paragraph(let text): "<p class=\"text\">\(escaped(text))</p>\n"
            case .table(let table): HTMLTable(table, caption: part.name).text
            case .heatMap(let map): HTMLTable(map.table, caption: map.caption, map: map).text
            case .notes(let lines): notes(lines)
            case .closing(let closing): closing.isEmpty ? "" : self.closing(closing)
            }
        }.joined().replacing("</h2>\n<h2>", with: "<br>\n")
    }

    private static func letterhead(_ head: Letterhead) -> String {
        """
        <header>
        <div>\(head.parent.map { "<p>\(escaped($0))</p>" } ?? "")<p class="issuer">\(escaped(head.issuer))</p></div>
        <div><p class="nation">\(Letterhead.nation)</p><p class="motto">\(Letterhead.motto)</p></div>
        <div><p>\(escaped(head.number))</p>\(head.regarding.map { "<p>\(escaped($0))</p>" } ?? "")</div>
        <div><p class="date">\(escaped(head.placeAndDate))</p></div>
        </header>

        """
    }

    /// A line that begins with two spaces stands in.
    private static func notes(_ lines: [String]) -> String {
        let texts = lines.map { line in
            "<p\(line.hasPrefix("  ") ? " class=\"in\"" : "")>\(escaped(line.trimmingCharacters(in: .whitespaces)))</p>\n"
        }
        return "<aside>\n\(texts.joined())</aside>\n"
    }

    private static func closing(_ closing: Closing) -> String {
        let recipients = closing.recipients.map { "<p>\(escaped($0))</p>" }.joined()
        let heading = closing.recipients.isEmpty ? "" : "<p class=\"heading\">Nơi nhận:</p>"
        let authority = closing.authority.map { "<p>\(escaped($0))</p>" }.joined()
        return """
            <footer>
            <div class="recipients">\(heading)\(recipients)</div>
            <div class="signature">\(authority)<p class="signer">\(escaped(closing.signer ?? ""))</p></div>
            </footer>

            """
    }

    private static func escaped(_ text: String) -> String {
        HTMLText.escaped(text.precomposedStringWithCanonicalMapping)
    }
}
