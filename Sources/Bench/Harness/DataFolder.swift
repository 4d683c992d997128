import Foundation
import Store

/// The data folder of a service that is measured, away with this value unless it is kept.
final class DataFolder: Sendable {
    let path: String
    private let isKept: Bool

    init(_ path: String, isKept: Bool = false) throws {
        self.path = path
        self.isKept = isKept
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { if !isKept { try? FileManager.default.removeItem(atPath: path) } }

    var directory: DataDirectory { DataDirectory(path) }
    var database: String { directory.database }
}
