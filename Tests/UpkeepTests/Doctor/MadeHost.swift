import Foundation

@testable import Upkeep

/// A folder that looks like the root of a machine.
final class MadeHost {
    let root = NSTemporaryDirectory() + "hailong-host-\(UUID().uuidString.prefix(8))"
    var files: HostFiles { HostFiles(root: root) }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

    func write(_ path: String, _ data: Data) throws {
        try folder((path as NSString).deletingLastPathComponent)
        try data.write(to: URL(fileURLWithPath: root + path))
    }

    func folder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: root + path, withIntermediateDirectories: true)
    }

    func link(_ path: String, to target: String) throws {
        try folder((path as NSString).deletingLastPathComponent)
        try FileManager.default.createSymbolicLink(atPath: root + path, withDestinationPath: target)
    }

    /// A program with some files open.
    func program(_ pid: Int, _ name: String, open targets: [String] = []) throws {
        try write("/proc/\(pid)/comm", name + "\n")
        try folder("/proc/\(pid)/fd")
        for (number, target) in targets.enumerated() { try link("/proc/\(pid)/fd/\(number)", to: target) }
    }
}
