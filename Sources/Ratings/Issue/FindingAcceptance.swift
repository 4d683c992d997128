/// That somebody knows of a finding of the check before a report is signed, and why it stays. It holds for the numbers
/// that the finding told: with others it is another finding.
public struct FindingAcceptance: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.acceptance
    /// The period that was checked, or the name of the file.
    public var subject: String
    /// The finding's own mark.
    public var finding: String
    /// What the finding said, for those who read it later.
    public var text: String
    /// Who accepted it.
    public var who: String
    /// The reason.
    public var why: String

    /// An acceptance.
    public init(subject: String, finding: String, text: String, who: String, why: String) {
        self.subject = subject
        self.finding = finding
        self.text = text
        self.who = who
        self.why = why
    }

    /// Unique within its kind.
    public var key: String { "\(subject)/\(finding)" }
}
