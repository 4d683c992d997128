import ArgumentParser
import Documents

/// What a report is written as.
enum ReportForm: Hashable, CaseIterable, ExpressibleByArgument {
    /// For a terminal.
    case table
    /// For machines.
    case csv, json
    /// To sign, send, edit or calculate with.
    case paper(PaperFormat)

    static let allCases = PaperFormat.allCases.map(Self.paper) + [.csv, .json, .table]

    /// What `--all` makes: a file each, of which the terminal's table is none.
    static let files = allCases.filter { $0 != .table }

    init?(argument: String) {
        guard let form = Self.allCases.first(where: { $0.name == argument }) else { return nil }
        self = form
    }

    static var allValueStrings: [String] { allCases.map(\.name) }

    /// As it is typed; of a file, also its extension.
    var name: String {
        switch self {
        case .table: "table"
        case .csv: "csv"
        case .json: "json"
        case .paper(let format): format.rawValue
        }
    }

    /// Whether a terminal can show it.
    var isText: Bool {
        switch self {
        case .table, .csv, .json, .paper(.html): true
        case .paper: false
        }
    }
}
