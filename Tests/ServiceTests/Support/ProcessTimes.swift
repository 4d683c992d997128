import Foundation

/// What the kernel says of a process.
enum ProcessTimes {
    /// CPU time that the process has used so far, all threads.
    static func cpu(of process: Int32) throws -> Duration {
        let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let columns = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        guard columns.count > 13, let user = Int(columns[12]), let system = Int(columns[13]) else {
            throw TestFailure("/proc/\(process)/stat reads otherwise than expected: \(text)")
        }
        return .milliseconds((user + system) * 1000 / sysconf(Int32(_SC_CLK_TCK)))
    }
}
