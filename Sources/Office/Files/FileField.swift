/// A column of a file: its English code, and the headings under which it is found.
struct FileField: Sendable {
    let code: String
    let isRequired: Bool
    /// The heading that a template has.
    let title: String
    private let headings: Set<String>

    /// A column; `headings` are its Vietnamese names.
    init(_ code: String, _ headings: String..., isRequired: Bool = false) {
        self.code = code
        self.isRequired = isRequired
        title = headings.first ?? code
        self.headings = Set((headings + [code]).map(CodeRule.folded))
    }

    /// Whether `heading` (folded) names this column.
    func isCalled(_ heading: String) -> Bool { headings.contains(heading) }
}

extension FileField {
    static let code = FileField("code", "mã", isRequired: true)
    static let name = FileField("name", "tên", "tên gọi", isRequired: true)
    static let order = FileField("order", "thứ tự", "số thứ tự", isRequired: true)
    static let since = FileField("since", "từ ngày", "từ", "từ lúc", isRequired: true)
    static let until = FileField("until", "đến ngày", "đến", "đến lúc")
}
