/// What is found wrong with a template. Of very many faults the first ones are kept, and of each kind at least one, so that
/// no template makes their list long.
struct TemplateFaults {
    /// How many of a kind are told.
    static let most = 50
    /// How many letters of a paragraph are told.
    private static let mostLetters = 80

    private(set) var faults: [TemplateError.Fault] = []
    private var hasMore = false

    /// Whether a further fault of a kind that was found is only counted.
    var isFull: Bool { faults.count >= Self.most }
    /// What is wrong; nil where nothing is.
    var error: TemplateError? { faults.isEmpty ? nil : TemplateError(faults, hasMore: hasMore) }

    mutating func add(
        _ field: String, in paragraph: @autoclosure () -> String, _ reason: TemplateError.Fault.Reason
    ) {
        let field = Self.beginning(of: field)
        guard !isFull || !faults.contains(where: { $0.isLike(field, reason) }) else {
            hasMore = true
            return
        }
        faults.append(.init(field: field, paragraph: Self.beginning(of: paragraph()), reason: reason))
    }

    /// A text, or as much of it as is told of one.
    static func beginning(of text: some StringProtocol) -> String {
        let beginning = text.prefix(mostLetters)
        return beginning.endIndex == text.endIndex ? String(beginning) : beginning + "…"
    }
}

extension TemplateError.Fault {
    /// Whether it tells who mends the template the same: each open field is one to be written.
    fileprivate func isLike(_ field: String, _ reason: Reason) -> Bool {
        switch (self.reason, reason) {
        case (.open, .open): self.field == field
        case (.unknown, .unknown), (.broken, .broken), (.notAlone, .notAlone), (.twice, .twice),
            (.onlyInWord, .onlyInWord):
            true
        default: false
        }
    }
}
