import Foundation

/// A folder that goes away with this value.
public final class Scratch: Sendable {
    /// Where it is.
    public let path = NSTemporaryDirectory() + "hailong-\(UUID().uuidString)"

    /// A new, empty folder.
    public init() { try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
