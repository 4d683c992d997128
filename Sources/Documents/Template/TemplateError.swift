/// Everything that keeps a template from being filled, each with its paragraph.
public struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong.
    public struct Fault: Hashable, Sendable {
        /// Why it is wrong.
        public enum Reason: Hashable, Sendable {
            /// There is no such field; these are called much the same.
            case unknown(near: [String])
            /// Brackets that are not closed, not opened, or hold no name.
            case broken
            /// A whole part is to stand in a sentence, a table or a header.
            case notAlone
            /// A whole part that stands in the report already; the words before it tell where.
            case twice(behind: String)
            /// Something that only Word can set, as a picture, a footnote, automatic numbers; or that is not known here.
            case onlyInWord
            /// Something that a person must write, and has not.
            case open(prompt: String)
        }

        /// The field's name; for a broken one, or what only Word can set, what is found.
        public var field: String
        /// The text of its paragraph, of a long one how it begins.
        public var paragraph: String
        /// Why it is wrong.
        public var reason: Reason

        /// One thing that is wrong.
        public init(field: String, paragraph: String, reason: Reason) {
            self.field = field
            self.paragraph = paragraph
            self.reason = reason
        }
    }

    /// The faults in the order of the document; of very many the first ones, and one of each kind.
    public var faults: [Fault]
    /// Whether there are more.
    public var hasMore: Bool

    /// An error of these faults.
    public init(_ faults: [Fault], hasMore: Bool = false) {
        self.faults = faults
        self.hasMore = hasMore
    }

    /// The faults in Vietnamese, one line each: where, what, and what to do.
    public var description: String {
        (faults.map(\.description) + (hasMore ? ["… và còn nhiều chỗ khác."] : [])).joined(separator: "\n")
    }
}

extension TemplateError.Fault: CustomStringConvertible {
    /// The fault in Vietnamese.
    public var description: String {
        let place = "Đoạn \"\(paragraph.count > 80 ? paragraph.prefix(80) + "…" : paragraph)\": "
        switch reason {
        case .unknown(let near):
            let names = near.map { "{{\($0)}}" }.joined(separator: ", ")
            return place + "không có trường {{\(field)}}." + (near.isEmpty ? "" : " Có phải \(names)?")
        case .broken:
            return place + "trường viết hỏng ở \"\(field)\". Viết đủ hai ngoặc mỗi bên, ví dụ {{tong_luot}}."
        case .notAlone:
            return place + "trường {{\(field)}} chèn cả một phụ lục, phải đứng một mình trong một đoạn, ngoài bảng và "
                + "đầu trang."
        case .twice(let words):
            let before = words.isEmpty ? "" : " sau đoạn \"\(words.count > 80 ? words.prefix(80) + "…" : words[...])\""
            return "Đoạn \"\(paragraph)\"\(before): mẫu đã có trường {{\(field)}} ở trên, mỗi phụ lục chỉ chèn một "
                + "lần. Bỏ bớt một chỗ."
        case .onlyInWord:
            return place + "có \(field), chỉ bản .docx thể hiện được. Bỏ đi, hoặc xuất PDF từ Word."
        case .open(let prompt):
            let line = prompt.replacing("\n", with: " / ")
            let shown = line.count > 80 ? line.prefix(80) + "…]" : line[...]
            return place + "còn chỗ phải viết \(shown): điền trường {{\(field)}} trước khi trình ký."
        }
    }
}
