import Foundation
import Ratings
import Reports

/// The documents of a report that need no library: for a terminal, for machines.
public struct PlainDocuments: DocumentMaking {
    /// Their maker.
    public init() {}

    /// Phụ lục II as text, CSV and JSON.
    /// - Throws: `EncodingError`, which a plain value never raises.
    public func documents(of report: FrozenReport) throws -> [MadeDocument] {
        let (table, zone) = (report.table, report.timeZone)
        return [
            MadeDocument(name: "phu-luc-ii.txt", bytes: Data(TextRenderer.render(table, zone: zone).utf8)),
            MadeDocument(name: "phu-luc-ii.csv", bytes: Data(CSVRenderer.render(table).utf8)),
            MadeDocument(name: "phu-luc-ii.json", bytes: Data(try JSONRenderer.render(table, zone: zone).utf8)),
        ]
    }
}
