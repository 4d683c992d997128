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
                var known: Set<String> = []
                let folders = Set(paths.flatMap { [$0, Self.parent($0)] }).filter(Self.isFolder)
                for await _ in FolderWatch(folders: Array(folders), atLeastEvery: Self.rescanEvery) {
                    let present = Self.scan(paths)
                    for path in known.subtracting(present).sorted() where !paths.contains(path) {
                        continuation.yield(.vanished(path: path))
                    }
                    for path in present.subtracting(known).sorted() { continuation.yield(.appeared(path: path)) }
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

    /// The ports that are there.
    private static func scan(_ paths: [String]) -> Set<String> {
        var present: Set<String> = []
        for path in paths {
            guard isFolder(path) else {
                if FileManager.default.fileExists(atPath: path) { present.insert(path) }
                continue
            }
            let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            for entry in entries.sorted().prefix(mostPorts) where !entry.hasPrefix(".") {
                present.insert(path + "/" + entry)
            }
        }
        return present
    }
}
