import Foundation
import Ratings
import Reports

/// Makes the documents of a report, in all forms there are. The house's writers stand above this room.
public protocol DocumentMaking: Sendable {
    /// How a month's whole report is made as things stand; nil where none is made.
    /// - Throws: `OfficeError` where that cannot be read.
    func manner() throws -> ReportManner?
    /// The documents; the same report is the same bytes.
    /// - Throws: why one cannot be made.
    func documents(of report: FrozenReport) throws -> MadeDocuments
}

/// The documents of a report, and why some are not among them.
public struct MadeDocuments: Hashable, Sendable {
    /// The documents.
    public var documents: [MadeDocument]
    /// What is still to be written or imported; where there is something, the month's whole report is not among them.
    public var open: [ReportField]
    /// What only Word can set in the template; where there is something, the whole report is among them as DOCX alone.
    public var onlyInWord: [String]

    /// Documents.
    public init(_ documents: [MadeDocument], open: [ReportField] = [], onlyInWord: [String] = []) {
        self.documents = documents
        self.open = open
        self.onlyInWord = onlyInWord
    }
}

/// A document that was made.
public struct MadeDocument: Hashable, Sendable {
    /// Its name without folder, e.g. `phu-luc-ii.pdf`.
    public var name: String
    /// Its content.
    public var bytes: Data

    /// A document.
    public init(name: String, bytes: Data) {
        self.name = name
        self.bytes = bytes
    }
}

/// How much is kept of one report.
public enum IssueLimits {
    /// Bytes of all documents of an edition's state together.
    public static let documents = 64 << 20
}
