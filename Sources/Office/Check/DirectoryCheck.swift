import Ratings

/// What must hold of every directory, whether a file or a command made it.
struct DirectoryCheck {
    /// Said of a reference to nothing.
    static let unknownCode = "unknown code"

    let directory: Directory
    private(set) var findings: [DirectoryFinding] = []
    /// Remarks for people: nothing is wrong, but it may not be meant.
    private(set) var notes: [String] = []

    /// Checks all of `directory`.
    init(_ directory: Directory) {
        self.directory = directory
        checkCentres()
        checkPlaces()
        checkPeople()
        checkBoxes()
        for counter in directory.duties.owners { checkDuties(of: counter) }
        checkScales()
        checkDossierColumns()
        checkSettings()
        checkCalendar()
        checkPeriods()
    }

    /// Checks the duties of these counters alone.
    init(_ directory: Directory, dutiesOf counters: Set<String>) {
        self.directory = directory
        for counter in counters.sorted() { checkDuties(of: counter) }
    }

    /// What is wrong with `candidate` that was not already wrong with `current`.
    static func news(_ candidate: Directory, since current: Directory, changing records: [StoredRecord])
        -> (findings: [DirectoryFinding], notes: [String])
    {
        let small: Set<RecordKind> = [
            .duty, .invitation, .setAside, .duplicate, .edition, .acceptance, .texts, .closedCase,
        ]
        let before: DirectoryCheck
        let after: DirectoryCheck
        if records.allSatisfy({ small.contains($0.kind) }) {
            let counters = Set(records.filter { $0.kind == .duty }.compactMap { $0.key.split(separator: "/").first })
            before = DirectoryCheck(current, dutiesOf: Set(counters.map(String.init)))
            after = DirectoryCheck(candidate, dutiesOf: Set(counters.map(String.init)))
        } else {
            before = DirectoryCheck(current)
            after = DirectoryCheck(candidate)
        }
        let (known, knownNotes) = (Set(before.findings), Set(before.notes))
        return (
            after.findings.filter { !known.contains($0) }, after.notes.filter { !knownNotes.contains($0) }
        )
    }

    mutating func find(_ record: some DirectoryRecord, _ field: String, _ value: String, why: String, remedy: String) {
        findings.append(DirectoryFinding(record, field, value, why: why, remedy: remedy))
    }

    mutating func note(_ text: String) { notes.append(text) }

    mutating func check(code: String, of record: some DirectoryRecord, field: String = "code") {
        guard !CodeRule.isCode(code) else { return }
        find(record, field, code, why: "not a code", remedy: CodeRule.codeRemedy)
    }

    mutating func check(name: String, of record: some DirectoryRecord, field: String = "name") {
        guard name.isEmpty else { return }
        find(record, field, name, why: "must not be empty", remedy: "Fill it in.")
    }

    /// An end lies after its beginning.
    mutating func check(interval record: some DirectoryRecord & Dated) {
        guard let until = record.until, until <= record.since else { return }
        find(
            record, "until", moment(until), why: "ends before or as it begins (\(moment(record.since)))",
            remedy: "Give an end after the beginning; the end itself no longer belongs to it.")
    }

    /// A reference to a code that may be unknown.
    mutating func check(
        _ code: String, of record: some DirectoryRecord, _ field: String, isKnown: Bool, file: FileKind
    ) {
        guard !isKnown else { return }
        find(
            record, field, code, why: Self.unknownCode,
            remedy: "Correct it, or add it to \(file.fileName) of the same import.")
    }

    /// The instant as people read it.
    func moment(_ instant: Instant) -> String { Words.moment(instant, in: directory.settings.zone) }
}
