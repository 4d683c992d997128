import Foundation

/// Terminals at which somebody works: reading them would take his keystrokes.
enum Console {
    /// Whether the tty of this device number is a terminal of the machine, the kernel's console, or somebody's
    /// login. Where other people's processes are hidden from this one, a login is known by utmp.
    static func isInUse(_ device: dev_t, utmp: String = "/run/utmp") -> Bool {
        let (major, minor) = (major(device), minor(device))
        let isVirtualTerminal = major == 5 || (major == 4 && minor < 64)
        return isVirtualTerminal || isKernelConsole(major, minor) || controllingTerminals.contains { $0 == device }
            || logins(in: utmp).contains { Self.device(of: "/dev/" + $0) == device }
    }

    private static func major(_ device: dev_t) -> UInt { (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF }

    private static func minor(_ device: dev_t) -> UInt { device & 0xFF | (device >> 12) & ~0xFF }

    private static func device(of path: String) -> dev_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_rdev : nil
    }

    /// The lines at which somebody is logged in or asked to, from records of utmp(5).
    private static func logins(in path: String) -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let size = MemoryLayout<utmpx>.size
        return stride(from: 0, through: data.count - size, by: size).compactMap { start in
            let record = data[start..<start + size].withUnsafeBytes { $0.loadUnaligned(as: utmpx.self) }
            guard [LOGIN_PROCESS, USER_PROCESS].contains(Int32(record.ut_type)) else { return nil }
            return withUnsafeBytes(of: record.ut_line) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        }
    }

    /// The last column of /proc/consoles is "major:minor".
    private static func isKernelConsole(_ major: UInt, _ minor: UInt) -> Bool {
        let table = KernelFile.text("/proc/consoles") ?? ""
        return table.split(separator: "\n").contains { $0.hasSuffix(" \(major):\(minor)") }
    }

    /// The terminals of all sessions, from the seventh column of /proc/PID/stat.
    private static var controllingTerminals: some Sequence<dev_t> {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.lazy.filter { Int32($0) != nil }.compactMap { process in
            guard let text = KernelFile.text("/proc/\(process)/stat")?.utf8,
                // The second column is a name in parentheses and may hold anything.
                let end = text.lastIndex(of: UInt8(ascii: ")"))
            else { return nil }
            let columns = text[text.index(after: end)...].split(separator: UInt8(ascii: " "), maxSplits: 5)
            guard columns.count > 4, let number = Int32(Substring(columns[4])), number != 0 else { return nil }
            return dev_t(UInt32(bitPattern: number))
        }
    }
}
