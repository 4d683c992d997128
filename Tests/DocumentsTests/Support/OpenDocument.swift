import Foundation
import Reports
import Testing

@testable import Documents

/// A written file, unpacked and read as XML.
struct OpenDocument {
    var archive: ZipArchive

    init(_ data: Data) throws { archive = try ZipArchive(reading: data) }

    func xml(_ name: String) throws -> Element {
        try ElementReader.read(try #require(archive[name], "no \(name)"), part: name)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try #require(archive[name], "no \(name)"), as: UTF8.self)
    }
}

extension Element {
    /// All elements of this name within, in order.
    func all(_ name: String) -> [Element] {
        children.flatMap { child in (child.name == name ? [child] : []) + child.all(name) }
    }
}

extension PaperTable {
    /// What each cell below the heading shows.
    var texts: [[String]] { rows.map { row in row.cells.map(\.value.text) } }
}

extension Paper.Part {
    /// The first table.
    var table: PaperTable? { tables.first }
}
