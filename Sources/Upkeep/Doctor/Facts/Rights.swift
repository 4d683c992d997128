/// As whom ports are opened.
public struct Rights: Sendable {
    /// The service's user as the system's files have him.
    public var account = Account(user: NamedID(0, "root"), groups: [])
    /// The running service as it was started; groups given later are not in it.
    public var running: Account?
    /// The group that udev's rules give ports to; nil where the system has none of that name.
    public var portGroup: UInt32?

    /// Root's rights.
    public init() {}

    /// Whose rights count now. The service's unit gives it the ports' group, whatever groups its user has: that is
    /// seen only while it runs, and believed while it does not.
    var inForce: Account {
        running ?? Account(user: account.user, groups: account.groups.union(portGroup.map { [$0] } ?? []))
    }

    /// Whether the service has the ports' group, or would have it after a restart.
    var isInPortGroup: Bool {
        guard let running, !running.isRoot, let portGroup else { return true }
        return running.groups.contains(portGroup) || account.groups.contains(portGroup)
    }

    /// Whether the running service has the group that its user has been given.
    var isUpToDate: Bool {
        guard let running, !running.isRoot, let portGroup else { return true }
        return running.groups.contains(portGroup) || !account.groups.contains(portGroup)
    }
}

/// A user with all groups.
public struct Account: Hashable, Sendable {
    /// The user.
    public var user: NamedID
    /// Numbers of the groups, the first one included.
    public var groups: Set<UInt32>

    /// A user with groups.
    public init(user: NamedID, groups: Set<UInt32>) {
        self.user = user
        self.groups = groups
    }

    var isRoot: Bool { user.id == 0 }

    /// Whether a file may be read and written: the first class that fits decides, as in the kernel.
    func mayUse(_ file: FileOwner) -> Bool {
        if isRoot { return true }
        let shift: UInt32 = user.id == file.user.id ? 6 : groups.contains(file.group.id) ? 3 : 0
        return file.mode >> shift & 0o6 == 0o6
    }
}
