/// Users and groups, from the system's files.
struct UserTable {
    private struct User {
        var id: UInt32
        var group: UInt32
    }

    private var users: [String: User] = [:]
    private var userNames: [UInt32: String] = [:]
    private var groups: [String: UInt32] = [:]
    private var groupNames: [UInt32: String] = [:]
    private var members: [UInt32: Set<String>] = [:]

    init(_ files: HostFiles) {
        for fields in Self.lines(files.text("/etc/passwd")) where fields.count >= 4 {
            guard let id = UInt32(fields[2]), let group = UInt32(fields[3]) else { continue }
            users[fields[0]] = User(id: id, group: group)
            // The first name of a number is the one that is shown.
            userNames[id] = userNames[id] ?? fields[0]
        }
        for fields in Self.lines(files.text("/etc/group")) where fields.count >= 4 {
            guard let id = UInt32(fields[2]) else { continue }
            groups[fields[0]] = id
            groupNames[id] = groupNames[id] ?? fields[0]
            members[id, default: []].formUnion(fields[3].split(separator: ",").map(String.init))
        }
    }

    func user(_ id: UInt32) -> NamedID { NamedID(id, userNames[id] ?? "\(id)") }

    func group(_ id: UInt32) -> NamedID { NamedID(id, groupNames[id] ?? "\(id)") }

    func group(named name: String) -> UInt32? { groups[name] }

    /// A user with all groups; nil where there is none of that name.
    func account(named name: String) -> Account? { users[name].map { account($0.id, name, first: $0.group) } }

    /// A user with all groups; of one without a name nothing but the number is known.
    func account(_ id: UInt32) -> Account {
        guard let name = userNames[id], let user = users[name] else { return Account(user: user(id), groups: []) }
        return account(id, name, first: user.group)
    }

    private func account(_ id: UInt32, _ name: String, first: UInt32) -> Account {
        let others = members.filter { $0.value.contains(name) }.keys
        return Account(user: NamedID(id, name), groups: Set(others).union([first]))
    }

    private static func lines(_ text: String?) -> [[String]] {
        (text ?? "").split(separator: "\n").map {
            $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
