import Foundation
import GRDBSQLite

/// What everything ran on.
enum Machine {
    /// One line of it.
    static func description(of folder: String) -> String {
        var system = utsname()
        uname(&system)
        let release = withUnsafeBytes(of: system.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let memory = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE))) / (1 << 30)
        return """
            Commit \(commit); \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) × \(processor), \(memory) GiB, Linux \(release), \
            \(fileSystem(of: folder)), SQLite \(String(cString: sqlite3_libversion())), load before \(load)
            """
    }

    /// What is checked out where this was started, with "-dirty" behind it if anything is changed.
    private static var commit: String {
        let (git, output) = (Process(), Pipe())
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments = ["git", "describe", "--always", "--dirty", "--exclude=*"]
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return "unknown" }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        git.waitUntilExit()
        return git.terminationStatus == 0 ? text.trimmingCharacters(in: .whitespacesAndNewlines) : "unknown"
    }

    /// The average load of the last minute.
    static var load: String { first("/proc/loadavg") { $0.split(separator: " ").first.map(String.init) } ?? "?" }

    private static var processor: String {
        first("/proc/cpuinfo") { line in
            line.hasPrefix("model name")
                ? line.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } : nil
        } ?? "processor"
    }

    private static func fileSystem(of folder: String) -> String {
        // The mount point with the longest path that leads to the folder.
        let mounts = (try? String(contentsOfFile: "/proc/mounts", encoding: .utf8)) ?? ""
        let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        let parts = mounts.split(separator: "\n").map { $0.split(separator: " ") }
        let fitting = parts.filter { $0.count > 2 && real.hasPrefix(String($0[1])) }
        return fitting.max { $0[1].count < $1[1].count }.map { String($0[2]) } ?? "unknown file system"
    }

    private static func first(_ path: String, _ pick: @escaping (String) -> String?) -> String? {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").lazy.compactMap { pick(String($0)) }.first
    }
}
