import Foundation

/// Ports named by hand: a tty, or a folder whose entries are ports. A tty that is not there yet is waited for.
public struct PathPorts: PortSource {
    /// Looks at everything anew this often, in case the kernel's notice was lost.
    static let rescanEvery = Duration.seconds(5)
    /// Entries of one folder beyond this many are not opened.
    static let mostPorts = 4096

    private let paths: [String]

    /// The ports at `paths`.
    public init(_ paths: [String]) { self.paths = paths }

    /// The ports there are, then every change.
    public func events() -> AsyncStream<PortEvent> {
        AsyncStream { continuation in
            let paths = self.paths
            let task = Task {
                // A port named by hand is told at once, there or not, so that people see that it is waited for.
                for path in paths where !Self.isFolder(path) { continuation.yield(.appeared(path: path)) }
                var known: [String: String] = [:]
                let folders = Set(paths.flatMap { [$0, Self.parent($0)] }).filter(Self.isFolder)
                for await _ in FolderWatch(folders: Array(folders), atLeastEvery: Self.rescanEvery) {
                    let present = Self.scan(paths)
                    // An entry that leads elsewhere now is another port under an old name.
                    for (path, target) in known.sorted(by: { $0.key < $1.key }) where present[path] != target {
                        if present[path] != nil || !paths.contains(path) { continuation.yield(.vanished(path: path)) }
                    }
                    for (path, target) in present.sorted(by: { $0.key < $1.key }) where known[path] != target {
                        continuation.yield(.appeared(path: path))
                    }
                    known = present
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private static func parent(_ path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    /// The ports that are there, with what they lead to.
    private static func scan(_ paths: [String]) -> [String: String] {
        var present: [String: String] = [:]
        for path in paths {
            guard isFolder(path) else {
                if FileManager.default.fileExists(atPath: path) { present[path] = target(of: path) }
                continue
            }
            let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            for entry in entries.sorted().prefix(mostPorts) where !entry.hasPrefix(".") {
                present[path + "/" + entry] = target(of: path + "/" + entry)
            }
        }
        return present
    }

    private static func target(of path: String) -> String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? path
    }
}
