import Foundation

/// Memory that this process has.
enum OwnMemory {
    /// What of it is in RAM, in MiB.
    static var resident: Double {
        get throws {
            let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            let numbers = text.split(separator: " ").compactMap { Double($0) }
            guard numbers.count > 1 else { throw BenchError("/proc/self/statm reads otherwise than expected") }
            return numbers[1] * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
        }
    }
}
