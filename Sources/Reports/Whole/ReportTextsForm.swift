import Foundation

/// The file in which persons write their part of a period's report: plain text, each field's name in brackets above its
/// paragraphs.
public enum ReportTextsForm {
    /// A line that is none of a form's.
    public struct Fault: Error, Hashable, CustomStringConvertible {
        /// Its number, from 1.
        public var line: Int
        /// What is wrong, and what to do.
        public var reason: String

        /// Where, what is wrong, and what to do, in Vietnamese.
        public var description: String { "dòng \(line): \(reason)" }
    }

    /// Blanks, and the mark that Windows puts at the start of a file.
    private static let blanks = CharacterSet.whitespaces.union(["\u{FEFF}"])
    private static let fields = ReportField.allCases.filter(\.isWritten)

    /// A form to be filled in. What is not `written` begins with the text of the `last` report; a cause never does.
    /// `known` tells which causes there are none of.
    public static func text(
        of period: String, written: [ReportField: String], last: [ReportField: String],
        known: [ReportField: String] = [:]
    ) -> String {
        let head = """
            # Lời văn của báo cáo kỳ \(period). Viết dưới mỗi dòng [tên trường], mỗi đoạn một dòng.
            # Dòng bắt đầu bằng dấu # không vào báo cáo. Để trống thì bản dự thảo nhắc, bản trình ký chưa lập được;
            # không có gì để nêu thì ghi "Không có."

            """
        let sections = fields.map { field in
            let start = field.source == .lastMonth ? last[field] : nil
            var lines = ["", "[\(field.rawValue)]", "# \(field.meaning)"]
            if let text = written[field] {
                lines.append(text)
            } else if known[field] != nil {
                lines.append("# (kỳ này không phát sinh, không cần viết)")
            } else if let start {
                lines += ["# (lấy từ báo cáo kỳ trước, cần xem lại)", start]
            } else {
                lines.append("")
            }
            return lines.map { $0 + "\n" }.joined()
        }
        return head + sections.joined()
    }

    /// What is written in a form; fields without words are left out.
    /// - Throws: `Fault` for words above the first field, a field that nobody writes, and one that stands there twice.
    public static func texts(in form: String) throws(Fault) -> [ReportField: String] {
        var paragraphs: [ReportField: [String]] = [:]
        var current: ReportField?
        for (index, line) in form.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.precomposedStringWithCanonicalMapping.trimmingCharacters(in: blanks)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                let name = line.dropFirst().dropLast().trimmingCharacters(in: .whitespaces)
                guard let field = ReportField(rawValue: name), field.isWritten else {
                    let names = fields.map { "[\($0.rawValue)]" }.joined(separator: ", ")
                    throw Fault(line: index + 1, reason: "không có trường \(line). Các trường: \(names).")
                }
                guard paragraphs[field] == nil else {
                    throw Fault(line: index + 1, reason: "trường \(line) đã có ở trên. Gộp hai chỗ làm một.")
                }
                (current, paragraphs[field]) = (field, [])
            } else {
                guard let current else {
                    throw Fault(
                        line: index + 1,
                        reason: "\"\(line.prefix(40))\" không thuộc trường nào. Ghi [tên trường] ở trên.")
                }
                paragraphs[current, default: []].append(line)
            }
        }
        return paragraphs.filter { !$0.value.isEmpty }.mapValues { $0.joined(separator: "\n") }
    }
}
