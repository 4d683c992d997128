import Foundation

/// What stands on the label of one box.
public struct BoxLabel: Hashable, Sendable {
    /// The whole UID.
    public var uid: String
    /// The name people gave the box, as B01; nil where it was never registered.
    public var name: String?
    /// Codes and names of the counters where it stands; empty where it stands nowhere.
    public var counters: [Counter]

    /// A counter as the label names it.
    public struct Counter: Hashable, Sendable {
        /// Its code.
        public var code: String
        /// Its name.
        public var name: String

        /// A counter of this code and name.
        public init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// A label.
    public init(uid: String, name: String?, counters: [Counter]) {
        self.uid = uid
        self.name = name
        self.counters = counters
    }

    /// What a person reads out over the telephone: the last four digits of the UID.
    var shortCode: String { String(uid.suffix(4)).uppercased() }

    /// The UID in groups of four.
    var groupedUID: String {
        let digits = Array(uid.uppercased())
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
            .joined(separator: " ")
    }
}

/// Labels for boxes on A4 sheets to print and cut: one HTML file that needs nothing else.
public enum LabelSheet {
    /// Labels on one sheet: two columns of four.
    public static let labelsPerSheet = 8

    /// The labels in their order. Without a telephone number its line stays to be filled in by hand.
    public static func render(_ labels: [BoxLabel], centre: String?, support: String?) -> String {
        let sheets = stride(from: 0, to: labels.count, by: labelsPerSheet).map { start in
            let cells = labels[start..<min(start + labelsPerSheet, labels.count)]
            return "<section class=\"sheet\">\n"
                + cells.map { label($0, centre: centre, support: support) }.joined() + "</section>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <title>Nhãn thiết bị đánh giá mức độ hài lòng</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            \(sheets.joined())</body>
            </html>

            """
    }

    private static func label(_ label: BoxLabel, centre: String?, support: String?) -> String {
        let places = label.counters.map { counter in
            "\(escaped(counter.name)) <span class=\"code\">(\(escaped(counter.code)))</span>"
        }
        let place =
            places.isEmpty ? "<span class=\"none\">Chưa gắn với quầy nào</span>" : places.joined(separator: ", ")
        let name = label.name.map { "<div class=\"name\"><small>Nhãn</small> \(escaped($0))</div>" } ?? ""
        let phone = support.map { "<b>\(escaped($0))</b>" } ?? "<span class=\"blank\"></span>"
        let isCrowded = label.counters.reduce(0) { $0 + $1.name.count + $1.code.count } > 40
        return """
            <article class="label\(isCrowded ? " crowded" : "")">
            <header>\(escaped(centre ?? ""))</header>
            <h1>Thiết bị đánh giá mức độ hài lòng</h1>
            <p class="place">\(place)</p>
            <div class="codes"><div class="short"><small>Mã thiết bị</small> \(escaped(label.shortCode))</div>\(name)</div>
            <p class="uid">\(escaped(label.groupedUID))</p>
            <footer>Cần hỗ trợ, xin gọi: \(phone)</footer>
            </article>

            """
    }

    private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

    /// Dashed lines are where to cut.
    private static let style = """
        @page { size: A4 portrait; margin: 0 }
        * { box-sizing: border-box; margin: 0 }
        body { background: #fff; color: #000; font-family: "Be Vietnam Pro", "Segoe UI", Arial, "DejaVu Sans", sans-serif }
        .sheet { width: 210mm; height: 297mm; padding: 10mm; display: grid; grid-template-columns: 95mm 95mm;
          grid-template-rows: repeat(4, 69mm); break-after: page; overflow: hidden }
        .sheet:last-child { break-after: auto }
        .label { border: 0.3mm dashed #777; margin: 0 -0.3mm -0.3mm 0; padding: 4mm 5mm; overflow: hidden;
          display: flex; flex-direction: column; justify-content: space-between; text-align: center }
        header { font-size: 8.5pt; line-height: 1.2 }
        h1 { font-size: 11pt; font-weight: 600 }
        .place { font-size: 17pt; font-weight: 700; line-height: 1.15 }
        .crowded .place { font-size: 12pt }
        .code { font-weight: 400; font-size: 70% }
        .none { font-weight: 400; font-size: 11pt; font-style: italic }
        .codes { display: flex; justify-content: center; align-items: baseline; gap: 8mm }
        .short { font: 700 26pt "DejaVu Sans Mono", Consolas, monospace }
        .name { font: 700 16pt "DejaVu Sans Mono", Consolas, monospace }
        small { font: 400 8.5pt "Segoe UI", Arial, "DejaVu Sans", sans-serif }
        .uid { font: 9pt "DejaVu Sans Mono", Consolas, monospace }
        footer { font-size: 10pt; border-top: 0.2mm solid #000; padding-top: 1.5mm }
        .blank { display: inline-block; width: 35mm; border-bottom: 0.3mm dotted #000 }
        """
}
