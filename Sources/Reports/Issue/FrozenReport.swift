import Foundation
import Ratings

/// A period's figures as they went to be signed, with all that its documents are made from. It is kept as JSON, so what
/// a later version of the program would count plays no part any more.
public struct FrozenReport: Codable, Hashable, Sendable {
    /// Why kept figures cannot be read.
    public struct Unreadable: Error, Hashable, CustomStringConvertible {
        /// What is wrong, and what to do next.
        public var description: String
    }

    /// The form of the JSON that this program writes. A reader takes older ones.
    public static let newestForm = 1

    /// The form of the JSON.
    public var form = Self.newestForm
    /// Which edition of the period's report it is.
    public var edition: Int
    /// When the figures were frozen.
    public var frozen: Instant
    /// The ledger that they were counted from.
    public var ledger: LedgerPosition
    /// IANA name of the centre's zone.
    public var zone: String
    /// The figures of Phụ lục II.
    public var table: RatingTable
    /// The same ratings by other rows; nil in what an early version kept.
    public var others: [RatingTable]?
    /// The same ratings by hour and day of the week; nil in what an early version kept.
    public var hours: HourTable?
    /// The figures of Phụ lục I; nil in what an early version kept.
    public var dossiers: [DossierReport]?
    /// What persons had written into the whole report, by the names of its fields; nil where a period has none, and in
    /// what an early version kept.
    public var written: [String: String]?
    /// What they had written into the report before it; nil as `written` is.
    public var last: [String: String]?
    /// How the whole report is made; nil as `written` is.
    public var manner: ReportManner?
    /// What stands around the figures.
    public var paper: PaperSettings

    /// Figures that are frozen.
    public init(
        edition: Int, frozen: Instant, ledger: LedgerPosition, zone: Zone, figures: PeriodFigures,
        written: [String: String]? = nil, last: [String: String]? = nil, manner: ReportManner? = nil,
        paper: PaperSettings
    ) {
        self.edition = edition
        self.frozen = frozen
        self.ledger = ledger
        self.zone = zone.name
        (table, others, hours, dossiers) = (figures.table, figures.others, figures.hours, figures.dossiers)
        (self.written, self.last, self.manner) = (written, last, manner)
        self.paper = paper
    }

    /// Reads kept figures.
    /// - Throws: `Unreadable`.
    public init(json: Data) throws {
        struct Form: Decodable { var form: Int }
        do {
            let form = try JSONDecoder().decode(Form.self, from: json).form
            guard (1...Self.newestForm).contains(form) else {
                throw Unreadable(
                    description: "kept figures of form \(form) were written by a newer HaiLong. Install that version.")
            }
            self = try JSONDecoder().decode(FrozenReport.self, from: json)
        } catch let error as DecodingError {
            throw Unreadable(
                description: "kept figures cannot be read: \(error). Report this with the program's version.")
        }
    }

    /// The figures as they are kept.
    /// - Throws: `EncodingError`, which a plain value never raises.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// The figures.
    public var figures: PeriodFigures {
        PeriodFigures(table: table, others: others ?? [], hours: hours, dossiers: dossiers ?? [])
    }

    /// The centre's zone.
    public var timeZone: Zone { Zone(name: zone) ?? .vietnam }
}
