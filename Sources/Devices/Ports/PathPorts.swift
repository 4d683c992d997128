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
                var known: [String: String] = [:]
                for path in paths where !Self.isFolder(path) {
                    known[path] = ""
                    continuation.yield(.appeared(Self.port(at: path)))
                }
                while !Task.isCancelled {
                    let folders = Self.folders(of: paths)
                    for await _ in FolderWatch(folders: folders, atLeastEvery: Self.rescanEvery) {
                        known = Self.tell(Self.scan(paths), after: known, continuation)
                        // A folder that came or went is to be watched, or no longer.
                        if Self.folders(of: paths) != folders { break }
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// Tells what changed. An entry that leads elsewhere now is another port under an old name; a port named by hand
    /// goes on being waited for, unless it turned out to be a folder.
    private static func tell(
        _ present: [String: String], after known: [String: String], _ events: AsyncStream<PortEvent>.Continuation
    ) -> [String: String] {
        for (path, target) in known.sorted(by: { $0.key < $1.key }) where present[path] != target {
            let isReplaced = !target.isEmpty && present[path] != ""
            if present[path] == nil || isReplaced { events.yield(.vanished(path: path)) }
        }
        for (path, target) in present.sorted(by: { $0.key < $1.key }) where known[path] != target {
            if !target.isEmpty { events.yield(.appeared(port(at: path))) }
        }
        return present
    }

    private static func port(at path: String) -> Port { Port(path: path, adapter: Udev()?.adapter(at: path)) }

    /// The folders to watch: those named, and those in which a named port appears.
    private static func folders(of paths: [String]) -> [String] {
        Set(paths.flatMap { [$0, parent($0)] }).filter(isFolder).sorted()
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
                // Named by hand: waited for while it is not there.
                present[path] = FileManager.default.fileExists(atPath: path) ? target(of: path) : ""
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
