import Ratings

/// The findings as a page for a person at a terminal.
public struct DoctorText: Sendable {
    private let words: FindingWords
    private let labels: Labels

    /// A page in `language`, with moments as they are read in `zone`, and `options` for our own commands.
    public init(_ language: FindingWords.Language, zone: Zone, options: [String] = []) {
        words = FindingWords(language, zone: zone, options: options)
        labels = language == .vietnamese ? .vietnamese : .english
    }

    /// Numbered problems with the commands that mend them, then what is good to know, then what could not be seen.
    public func lines(_ findings: [Finding]) -> [String] {
        let problems = findings.filter(\.isProblem)
        let notes = findings.filter { $0.kind.severity == .note }
        let unseen = findings.filter { $0.kind.severity == .unseen }
        var lines = [
            problems.isEmpty ? (unseen.isEmpty ? labels.healthy : labels.healthySoFar) : labels.count(problems)
        ]
        for (number, finding) in problems.enumerated() {
            let severity = finding.kind.severity == .error ? labels.error : labels.warning
            lines += ["", "\(number + 1). [\(severity)] \(words.what(finding))"]
            lines.append("   \(labels.mend): \(words.mend(finding))")
            lines += words.commands(finding).map { "      \($0)" }
        }
        if !problems.isEmpty { lines += ["", labels.asRoot] }
        if !notes.isEmpty { lines += ["", "\(labels.notes):"] }
        for note in notes { lines += ["- \(words.what(note))", "  \(words.mend(note))"] }
        if !unseen.isEmpty {
            lines += ["", "\(labels.unseen): \(unseen.map(words.what).joined(separator: "; ")). \(labels.again):"]
            lines += Set(unseen.flatMap(words.commands)).sorted().map { "      \($0)" }
        }
        return lines
    }

    private struct Labels {
        var healthy: String
        var healthySoFar: String
        var count: @Sendable ([Finding]) -> String
        var error: String
        var warning: String
        var mend: String
        var asRoot: String
        var notes: String
        var unseen: String
        var again: String

        static let vietnamese = Labels(
            healthy: "Không phát hiện vấn đề nào.",
            healthySoFar: "Không phát hiện vấn đề nào trong những phần xem được.",
            count: { "Phát hiện \($0.count) vấn đề:" }, error: "Lỗi", warning: "Cảnh báo", mend: "Cách khắc phục",
            asRoot: "Các lệnh trên cần quyền quản trị: gõ sudo -i trước.", notes: "Để biết", unseen: "Không xem được",
            again: "Chạy lại bằng sudo")
        static let english = Labels(
            healthy: "Nothing is wrong.", healthySoFar: "Nothing is wrong in what could be looked at.",
            count: { $0.count == 1 ? "1 thing is wrong:" : "\($0.count) things are wrong:" }, error: "error",
            warning: "warning", mend: "What to do", asRoot: "These commands need root: type sudo -i first.",
            notes: "Good to know", unseen: "Could not look at",
            again: "Run it again with sudo")
    }
}
