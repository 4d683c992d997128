/// One edition of a period's report. Its figures were frozen when it went to be signed (trình ký); then it was withdrawn,
/// or issued (đã ban hành) and never altered.
public struct ReportEdition: DirectoryRecord {
    /// Where an edition stands; before it there is only the draft, of which nothing is kept.
    public enum State: String, Codable, Hashable, Sendable {
        case forSignature = "for_signature"
        case issued, withdrawn
    }

    /// That it was issued, as the clerk recorded it.
    public struct Issue: Codable, Hashable, Sendable {
        /// The number of the document.
        public var number: Int
        /// Its day.
        public var date: Day
        /// Who signed.
        public var signer: String
        /// When this was recorded.
        public var recorded: Instant
        /// The documents with number, date and signer, made from the frozen figures.
        public var documents: [KeptFile]
        /// The signed document as a file, where somebody attached it: the latest one counts.
        public var signed: KeptFile?
        /// Files that were attached before it by mistake, oldest first; they stay kept. Nil for none.
        public var earlierSigned: [KeptFile]?

        /// An issue.
        public init(
            number: Int, date: Day, signer: String, recorded: Instant, documents: [KeptFile], signed: KeptFile? = nil
        ) {
            self.number = number
            self.date = date
            self.signer = signer
            self.recorded = recorded
            self.documents = documents
            self.signed = signed
        }

        /// All files that were attached, the one that counts last.
        public var allSigned: [KeptFile] { (earlierSigned ?? []) + (signed.map { [$0] } ?? []) }

        /// Attaches a file in place of the one before.
        mutating func attach(_ file: KeptFile) {
            let earlier = allSigned
            earlierSigned = earlier.isEmpty ? nil : earlier
            signed = file
            signed?.name = earlier.isEmpty ? "da-ky.pdf" : "da-ky-\(earlier.count + 1).pdf"
        }
    }

    /// Its kind in the store.
    public static let kind = RecordKind.edition
    /// The period's name.
    public var period: String
    /// 1, 2, … within the period; a withdrawn one keeps its number.
    public var number: Int
    /// First day of the period as it was frozen, inclusive.
    public var first: Day
    /// Last day of the period as it was frozen, inclusive.
    public var last: Day
    /// The sign behind the document's number, as `BC-TTHC`.
    public var sign: String
    /// When its figures were frozen.
    public var submitted: Instant
    /// The ledger that they were counted from.
    public var ledger: LedgerPosition
    /// The frozen figures.
    public var model: KeptFile
    /// The documents as they went to be signed.
    public var documents: [KeptFile]
    /// The issued edition that this one is to replace (Báo cáo thay thế).
    public var replaces: Int?
    /// When it was withdrawn; nil while it was not.
    public var withdrawn: Instant?
    /// How it was issued; nil while it was not.
    public var issue: Issue?

    /// An edition that goes to be signed.
    public init(
        period: String, number: Int, first: Day, last: Day, sign: String, submitted: Instant, ledger: LedgerPosition,
        model: KeptFile, documents: [KeptFile], replaces: Int? = nil
    ) {
        self.period = period
        self.number = number
        self.first = first
        self.last = last
        self.sign = sign
        self.submitted = submitted
        self.ledger = ledger
        self.model = model
        self.documents = documents
        self.replaces = replaces
    }

    /// Unique within its kind.
    public var key: String { "\(period)/\(number)" }

    /// Where it stands.
    public var state: State { issue != nil ? .issued : withdrawn != nil ? .withdrawn : .forSignature }

    /// The documents of its state.
    public var currentDocuments: [KeptFile] { issue?.documents ?? documents }

    /// Everything that is kept of it.
    public var files: [KeptFile] {
        [model] + documents + (issue.map { $0.documents + $0.allSigned } ?? [])
    }

    /// Number and sign as a clerk writes them: `07/BC-TTHC`; nil while it is not issued.
    public var numberAndSign: String? {
        issue.map { "\(String($0.number).leftPadded(to: 2))/\(sign)" }
    }
}
