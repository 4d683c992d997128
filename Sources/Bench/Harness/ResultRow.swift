/// One line of the table of results.
struct ResultRow {
    /// What was measured.
    var what: String
    /// What came out, with its spread.
    var measured: String
    /// The bound measured beside it, with its spread.
    var bound = "–"
    /// What came out over the bound; empty where there is none.
    var ratio = "–"
    /// What is to be reached.
    var target: String
    /// Whether it is; nil for a row that only tells.
    var isReached: Bool?

    /// The row in Markdown.
    var markdown: String {
        let verdict = isReached.map { $0 ? "yes" : "**no**" } ?? "–"
        return "| \([what, measured, bound, ratio, target, verdict].joined(separator: " | ")) |"
    }

    static let head = """
        | what | measured | bound beside it | ratio | to reach | reached |
        |---|---|---|---|---|---|
        """
}
