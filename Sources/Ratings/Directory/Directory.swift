/// All that people decided and the host noted, as one value: what a press is judged by.
///
/// Filled record by record; each question it answers is a look-up, not a search through years.
public struct Directory: Sendable {
    /// The centre's names over time, oldest first.
    public private(set) var centres: [Centre] = []
    /// Sites by code.
    public private(set) var sites = Versions<Site>()
    /// Units by code.
    public private(set) var units = Versions<AdministrativeUnit>()
    /// Counters by code.
    public private(set) var counters = Versions<Counter>()
    /// Scales by code.
    public private(set) var scales = Versions<RatingScale>()
    /// Fields by code.
    public private(set) var fields: [String: ServiceField] = [:]
    /// Column maps of dossier statistics by code.
    public private(set) var dossierColumns = Versions<DossierColumns>()
    /// Dossier statistics by key.
    public private(set) var dossiers: [String: DossierTable] = [:]
    /// Officers by code.
    public private(set) var officers: [String: Officer] = [:]
    /// Boxes by UID.
    public private(set) var boxes: [String: Box] = [:]
    /// Assignments by box.
    public private(set) var assignments = Timeline<Assignment>()
    /// Duties by counter.
    public private(set) var duties = Timeline<Duty>()
    /// Tests by box.
    public private(set) var tests = Timeline<BoxTest>()
    /// Doubtful stretches by box.
    public private(set) var duplicates: [String: [DuplicateIdentity]] = [:]
    /// Decisions on single presses.
    public private(set) var setAside: [PressKey: SetAside] = [:]
    /// Closed cases of dissatisfied ratings.
    public private(set) var closedCases: [PressKey: ClosedCase] = [:]
    /// Dated settings.
    public private(set) var settings = SettingsBook()
    /// The working calendar.
    public private(set) var calendar = WorkingCalendar()
    /// Reporting periods by name.
    public private(set) var periods: [String: ReportPeriod] = [:]
    /// Facts about the host's clock, by host boot.
    public private(set) var clockFacts: [String: [ClockFact]] = [:]
    /// Runs of the service, oldest first.
    public private(set) var runs: [ServiceRun] = []
    /// Gaps, by key.
    public private(set) var gaps: [String: Gap] = [:]
    /// Editions of reports by period, in the order of their numbers.
    public private(set) var editions: [String: [ReportEdition]] = [:]
    /// Accepted findings of the check before a report is signed, by key.
    public private(set) var acceptances: [String: FindingAcceptance] = [:]
    /// What persons wrote into the reports of periods, by their names.
    public private(set) var texts: [String: ReportTexts] = [:]

    private var stored: [RecordKind: [String: StoredRecord]] = [:]

    /// An empty directory.
    public init() {}

    /// The record as stored, if there is one.
    public func stored(_ kind: RecordKind, _ key: String) -> StoredRecord? { stored[kind]?[key] }

    /// Takes a record in, in place of the one with its kind and key; a record without a body goes out.
    /// Invitations are not kept here but asked from the store, as there are as many of them as ratings.
    /// - Throws: `DecodingError` where the body is not of its kind.
    public mutating func apply(_ record: StoredRecord) throws {
        if record.kind == .invitation { return }
        if let old = stored[record.kind]?[record.key] { try change(old, isIn: false) }
        stored[record.kind, default: [:]][record.key] = record.body == nil ? nil : record
        if record.body != nil { try change(record, isIn: true) }
    }

    private mutating func change(_ record: StoredRecord, isIn: Bool) throws {
        switch record.kind {
        case .centre: centres.replace(try record.decoded(), isIn: isIn) { $0.since < $1.since }
        case .site: sites.change(try record.decoded(), isIn: isIn)
        case .unit: units.change(try record.decoded(), isIn: isIn)
        case .counter: counters.change(try record.decoded(), isIn: isIn)
        case .scale: scales.change(try record.decoded(), isIn: isIn)
        case .field: fields[record.key] = isIn ? try record.decoded() : nil
        case .officer: officers[record.key] = isIn ? try record.decoded() : nil
        case .box: boxes[record.key] = isIn ? try record.decoded() : nil
        case .assignment:
            let value: Assignment = try record.decoded()
            assignments.change(value, under: value.box, isIn: isIn)
        case .duty:
            let value: Duty = try record.decoded()
            duties.change(value, under: value.counter, isIn: isIn)
        case .boxTest:
            let value: BoxTest = try record.decoded()
            tests.change(value, under: value.box, isIn: isIn)
        case .duplicate:
            let value: DuplicateIdentity = try record.decoded()
            duplicates[value.box, default: []].replace(value, isIn: isIn) { $0.from < $1.from }
        case .setAside:
            let value: SetAside = try record.decoded()
            setAside[value.press] = isIn ? value : nil
        case .closedCase:
            let value: ClosedCase = try record.decoded()
            closedCases[value.press] = isIn ? value : nil
        case .setting: settings.change(try record.decoded(), isIn: isIn)
        case .calendar: calendar.change(try record.decoded(), isIn: isIn)
        case .dossierColumns: dossierColumns.change(try record.decoded(), isIn: isIn)
        case .dossiers: dossiers[record.key] = isIn ? try record.decoded() : nil
        case .period: periods[record.key] = isIn ? try record.decoded() : nil
        case .clock:
            let value: ClockFact = try record.decoded()
            clockFacts[value.reading.hostBoot, default: []].replace(value, isIn: isIn) {
                $0.reading.bootTime < $1.reading.bootTime
            }
        case .run: runs.replace(try record.decoded(), isIn: isIn) { $0.started < $1.started }
        case .gap: gaps[record.key] = isIn ? try record.decoded() : nil
        case .edition:
            let value: ReportEdition = try record.decoded()
            editions[value.period, default: []].replace(value, isIn: isIn) { $0.number < $1.number }
        case .acceptance: acceptances[record.key] = isIn ? try record.decoded() : nil
        case .texts: texts[record.key] = isIn ? try record.decoded() : nil
        case .invitation, .restoration: break
        }
    }
}

extension Versions {
    fileprivate mutating func change(_ record: Record, isIn: Bool) {
        if isIn { set(record) } else { remove(record) }
    }
}

extension Array where Element: DirectoryRecord {
    fileprivate mutating func replace(
        _ record: Element, isIn: Bool, ordered precedes: (Element, Element) -> Bool
    ) {
        guard isIn else { return removeAll { $0 == record } }
        insert(record, at: lastIndex { !precedes(record, $0) }.map { $0 + 1 } ?? startIndex)
    }
}
