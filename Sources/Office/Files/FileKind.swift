import Ratings

/// What a file of the directory holds. The raw value is its name without the extension.
public enum FileKind: String, Codable, Hashable, Sendable, CaseIterable {
    case centre, sites, units, fields, counters, officers, boxes, assignments, scales, settings, calendar, periods
    case dossierColumns = "dossier_columns"
    /// The roster comes last: its sessions are looked up in the calendar of the same import.
    case roster

    /// `units.csv`.
    public var fileName: String { rawValue + ".csv" }

    /// The kind of record that its rows become.
    package var record: RecordKind {
        switch self {
        case .centre: .centre
        case .sites: .site
        case .units: .unit
        case .fields: .field
        case .counters: .counter
        case .officers: .officer
        case .boxes: .box
        case .assignments: .assignment
        case .roster: .duty
        case .scales: .scale
        case .settings: .setting
        case .calendar: .calendar
        case .periods: .period
        case .dossierColumns: .dossierColumns
        }
    }

    /// What its rows are made of, and how they become records and come back.
    var format: any FileFormat.Type {
        switch self {
        case .centre: CentreFormat.self
        case .sites: SiteFormat.self
        case .units: UnitFormat.self
        case .fields: FieldFormat.self
        case .counters: CounterFormat.self
        case .officers: OfficerFormat.self
        case .boxes: BoxFormat.self
        case .assignments: AssignmentFormat.self
        case .roster: RosterFormat.self
        case .scales: ScaleFormat.self
        case .settings: SettingFormat.self
        case .calendar: CalendarFormat.self
        case .periods: PeriodFormat.self
        case .dossierColumns: DossierColumnsFormat.self
        }
    }

    /// Other names a file may have, folded.
    private var aliases: [String] {
        switch self {
        case .centre: ["trung tam", "center"]
        case .sites: ["diem tiep nhan", "site"]
        case .units: ["don vi", "unit"]
        case .fields: ["linh vuc", "field"]
        case .counters: ["quay", "counter"]
        case .officers: ["can bo", "officer"]
        case .boxes: ["thiet bi", "box"]
        case .assignments: ["vi tri thiet bi", "assignment"]
        case .roster: ["lich phan cong"]
        case .scales: ["thang danh gia", "scale"]
        case .settings: ["cau hinh", "setting"]
        case .calendar: ["lich lam viec"]
        case .periods: ["ky bao cao", "period"]
        case .dossierColumns: ["dossier columns", "cot ho so"]
        }
    }

    /// The kind that a file's name tells; nil where it tells none.
    init?(fileName: String) {
        let last = fileName.split(separator: "/").last ?? ""
        let stem = CodeRule.folded(String(last.prefix { $0 != "." })).replacing("-", with: " ")
        let kind = Self.allCases.first { $0.rawValue == stem || $0.aliases.contains(stem) }
        guard let kind else { return nil }
        self = kind
    }
}
