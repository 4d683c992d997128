import Foundation

/// The running programs and the devices that they have open, from /proc. Programs come and go while it is read.
struct ProcessTable {
    /// Programs by number.
    private(set) var names: [Int32: String] = [:]
    /// Programs by the device that they have open.
    private(set) var holders: [dev_t: [ProcessName]] = [:]
    /// Whether there were programs whose files we may not see.
    private(set) var isPartial = false
    private let files: HostFiles

    init(_ files: HostFiles) {
        self.files = files
        for pid in files.entries("/proc").compactMap({ Int32($0) }).sorted() {
            guard let name = files.line("/proc/\(pid)/comm") else { continue }
            names[pid] = name
            noteDevices(of: ProcessName(pid: pid, name: name))
        }
    }

    func running(_ wanted: Set<String>) -> [ProcessName] {
        names.filter { wanted.contains($0.value) }.map { ProcessName(pid: $0.key, name: $0.value) }
            .sorted { $0.pid < $1.pid }
    }

    /// User and groups that a program runs with.
    func account(of pid: Int32, in users: UserTable) -> Account? {
        guard let status = files.text("/proc/\(pid)/status") else { return nil }
        func numbers(_ field: String) -> [UInt32] {
            let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") } ?? ""
            return line.split(whereSeparator: \.isWhitespace).dropFirst().compactMap { UInt32($0) }
        }
        // Real, effective, saved and file system's.
        let (user, group) = (numbers("Uid"), numbers("Gid"))
        guard user.count > 1, group.count > 1 else { return nil }
        return Account(user: users.user(user[1]), groups: Set(numbers("Groups") + [group[1]]))
    }

    /// How many files a program may have open.
    func openFiles(of pid: Int32) -> Int? {
        let line = files.text("/proc/\(pid)/limits")?.split(separator: "\n").first { $0.hasPrefix("Max open files") }
        guard let word = line?.dropFirst("Max open files".count).split(separator: " ").first else { return nil }
        return word == "unlimited" ? .max : Int(word)
    }

    private mutating func noteDevices(of process: ProcessName) {
        let folder = "/proc/\(process.pid)/fd"
        switch files.list(folder) {
        case .absent: return
        case .forbidden: isPartial = true
        case .entries(let entries):
            for entry in entries {
                let path = files.path("\(folder)/\(entry)")
                // Only what leads into /dev: to look through any other link may wait for a dead file server.
                guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path),
                    target.hasPrefix("/dev/"), let status = HostFiles.status(path),
                    status.st_mode & S_IFMT == S_IFCHR
                else { continue }
                if holders[status.st_rdev]?.contains(process) != true {
                    holders[status.st_rdev, default: []].append(process)
                }
            }
        }
    }
}
