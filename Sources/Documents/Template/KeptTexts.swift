import Foundation
import Reports

/// The texts that persons wrote into a report. They stand in bookmarks named after their fields, which Word and
/// LibreOffice keep when the report is edited: the next report can start from them.
enum KeptTexts {
    private static let prefix = "hailong_"

    /// `paragraphs` within a bookmark of a field.
    static func marked(_ paragraphs: [Element], field: String, number: Int) -> [Element] {
        guard !paragraphs.isEmpty else { return [] }
        var marked = paragraphs
        let start = Element("w:bookmarkStart", ["w:id": "\(number)", "w:name": prefix + field])
        let place = marked[0].nodes.firstIndex { node in
            if case .element(let element) = node { element.name != "w:pPr" } else { true }
        }
        marked[0].nodes.insert(.element(start), at: place ?? marked[0].nodes.count)
        marked[marked.count - 1].nodes.append(.element(Element("w:bookmarkEnd", ["w:id": "\(number)"])))
        return marked
    }

    /// The texts in a document's body, paragraphs parted by line feeds.
    static func read(_ body: Element) -> [String: String] {
        var texts: [String: String] = [:]
        var open: [String: String] = [:]
        read(body, &texts, &open)
        // A prompt that nobody answered is no text.
        return texts.filter { !$0.value.isEmpty && !($0.value.hasPrefix("[") && $0.value.hasSuffix("]")) }
    }

    private static func read(_ element: Element, _ texts: inout [String: String], _ open: inout [String: String]) {
        for child in element.children {
            switch child.name {
            case "w:bookmarkStart":
                guard let id = child["w:id"], let name = child["w:name"], name.hasPrefix(prefix) else { continue }
                open[id] = String(name.dropFirst(prefix.count))
            case "w:bookmarkEnd": open[child["w:id"] ?? ""] = nil
            case "w:t": for field in open.values { texts[field, default: ""] += child.text }
            case "w:br": for field in open.values { texts[field, default: ""] += "\n" }
            case "w:p":
                let before = Set(open.values)
                for field in before where texts[field] != nil { texts[field, default: ""] += "\n" }
                read(child, &texts, &open)
            default: read(child, &texts, &open)
            }
        }
    }
}

extension ReportTemplate {
    /// What persons wrote into a report that was made from a template, to start the next one from; causes are left out:
    /// they are asked for anew.
    /// - Throws: `DocumentError` where `report` is no DOCX.
    public static func lastTexts(in report: Data) throws -> [ReportField: String] {
        let body = try ReportTemplate(report).body
        var texts: [ReportField: String] = [:]
        for (name, text) in KeptTexts.read(body) {
            if let field = ReportField(rawValue: name), field.source == .lastMonth { texts[field] = text }
        }
        return texts
    }
}
