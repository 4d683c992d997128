import Ratings

/// What stands around the figures of a paper: who issues it, what it is called, who signs and who gets it.
public struct PaperSettings: Codable, Hashable, Sendable {
    /// Whose manner the words around an annex follow.
    public enum Preset: String, Codable, Hashable, Sendable, CaseIterable {
        /// Nghị định 30/2020: "Phụ lục II", "(Kèm theo Báo cáo số …)".
        case decree
        /// The report of Sóc Trăng: "PHỤ LỤC II", "(Ban hành kèm theo Báo cáo số …)".
        case source
    }

    /// Manner of the words.
    public var preset: Preset
    /// How annexes lie.
    public var orientation: Paper.Orientation
    /// The issuing body as it is written in prose.
    public var issuer: String
    /// The body above it.
    public var parent: String?
    /// Place of the date, as "Sóc Trăng".
    public var place: String
    /// The sign behind the number, as "BC-TTHC".
    public var sign: String
    /// The number; nil while it is open.
    public var number: Int?
    /// The day of issue; nil while it is open.
    public var date: Day?
    /// Lines of authority in capitals.
    public var authority: [String]
    /// The signer; nil while it is open.
    public var signer: String?
    /// Lines of "Nơi nhận".
    public var recipients: [String]
    /// The state of the paper.
    public var state: Paper.State
    /// The issued report that this one replaces, as "Báo cáo số 07/BC-TTHC ngày 24/6/2020"; nil for none.
    public var replaces: String?

    /// What stands around the figures.
    public init(
        preset: Preset = .decree, orientation: Paper.Orientation = .portrait, issuer: String, parent: String? = nil,
        place: String = "", sign: String = "BC-TTHC", number: Int? = nil, date: Day? = nil, authority: [String] = [],
        signer: String? = nil, recipients: [String] = [], state: Paper.State = .draft,
        replaces: String? = nil
    ) {
        self.preset = preset
        self.orientation = orientation
        self.issuer = issuer
        self.parent = parent
        self.place = place
        self.sign = sign
        self.number = number
        self.date = date
        self.authority = authority
        self.signer = signer
        self.recipients = recipients
        self.state = state
        self.replaces = replaces
    }
}
