import Foundation

/// Terminals at which somebody works: reading them would take his keystrokes.
enum Console {
    /// Whether the tty of this device number is a terminal of the machine, the kernel's console, or somebody's
    /// login. What this process may not see in /proc it cannot tell.
    static func isInUse(_ device: dev_t) -> Bool {
        let (major, minor) = (major(device), minor(device))
        let isVirtualTerminal = major == 5 || (major == 4 && minor < 64)
        return isVirtualTerminal || isKernelConsole(major, minor) || controllingTerminals.contains { $0 == device }
    }

    private static func major(_ device: dev_t) -> UInt { (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF }

    private static func minor(_ device: dev_t) -> UInt { device & 0xFF | (device >> 12) & ~0xFF }

    /// The last column of /proc/consoles is "major:minor".
    private static func isKernelConsole(_ major: UInt, _ minor: UInt) -> Bool {
        let table = (try? String(contentsOfFile: "/proc/consoles", encoding: .utf8)) ?? ""
        return table.split(separator: "\n").contains { $0.hasSuffix(" \(major):\(minor)") }
    }

    /// The terminals of all sessions, from the seventh column of /proc/PID/stat.
    private static var controllingTerminals: some Sequence<dev_t> {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.lazy.filter { $0.allSatisfy(\.isNumber) }.compactMap { process in
            guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
                // The second column is a name in parentheses and may hold anything.
                let end = text.lastIndex(of: ")")
            else { return nil }
            let columns = text[text.index(after: end)...].split(separator: " ")
            guard columns.count > 4, let number = Int32(columns[4]), number != 0 else { return nil }
            return dev_t(UInt32(bitPattern: number))
        }
    }
}
