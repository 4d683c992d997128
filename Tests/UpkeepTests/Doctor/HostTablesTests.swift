import Foundation
import Devices
import Testing

@testable import Upkeep

@Suite("What doctor reads of the system") struct HostTablesTests {
    @Test("row 5: programs are found by the device that they have open, whatever its name")
    func holders() throws {
        let host = MadeHost()
        try host.link("/dev/ttyUSB0", to: "/dev/null")
        try host.program(812, "brltty", open: ["/dev/zero", "/dev/null", "/dev/null", "socket:[77]"])
        try host.program(813, "other", open: ["/dev/zero", "/gone"])
        let table = ProcessTable(host.files)
        let device = try #require(HostFiles.status(host.root + "/dev/ttyUSB0")).st_rdev
        #expect(table.holders[device] == [ProcessName(pid: 812, name: "brltty")])
        #expect(table.running(["brltty", "gpsd"]) == [ProcessName(pid: 812, name: "brltty")])
        #expect(!table.isPartial)
    }

    @Test("a program that ends while it is read, or has an odd name, does not stop the look") func vanishing() throws {
        let host = MadeHost()
        try host.folder("/proc/900")
        try host.write("/proc/901/comm", "half\n")
        try host.link("/proc/901/fd", to: "/gone")
        try host.write("/proc/902/comm", Data([0xFF, 0x1B, 0x0A]))
        try host.program(903, "gone", open: ["/dev/no-such-device"])
        try host.write("/proc/uptime", "1 2\n")
        let table = ProcessTable(host.files)
        #expect(table.names == [901: "half", 902: "\u{FFFD}\u{1B}", 903: "gone"])
        #expect(table.holders.isEmpty)
        #expect(table.account(of: 900, in: UserTable(host.files)) == nil)
        #expect(table.openFiles(of: 900) == nil)
    }

    @Test("row 6: a program's rights are its effective user and all its groups") func account() throws {
        let host = MadeHost()
        try host.write("/etc/passwd", "root:x:0:0::/root:/bin/sh\nhailong:x:990:991::/:/bin/false\nbroken\n")
        try host.write("/etc/group", "root:x:0:\nhailong:x:991:\ndialout:x:20:other,hailong\ntty:x:5:other\n")
        try host.program(700, "hailong")
        try host.write("/proc/700/status", "Name:\thailong\nUid:\t0\t990\t0\t0\nGid:\t0\t991\t0\t0\nGroups:\t20 46\n")
        let users = UserTable(host.files)
        let running = ProcessTable(host.files).account(of: 700, in: users)
        #expect(running == Account(user: NamedID(990, "hailong"), groups: [20, 46, 991]))
        #expect(users.account(named: "hailong") == Account(user: NamedID(990, "hailong"), groups: [20, 991]))
        #expect(users.account(named: "nobody") == nil)
        #expect(users.account(4242) == Account(user: NamedID(4242, "4242"), groups: []))
        #expect(users.group(named: "dialout") == 20)
        #expect(users.group(7) == NamedID(7, "7"))
    }

    @Test("the bound on open files is the soft one; none at all is no bound") func limits() throws {
        let host = MadeHost()
        let head = "Limit                     Soft Limit           Hard Limit           Units\n"
        try host.write("/proc/1/limits", head + "Max open files            1024                 524288     files\n")
        try host.write("/proc/2/limits", head + "Max open files            unlimited            unlimited  files\n")
        let table = ProcessTable(host.files)
        #expect(table.openFiles(of: 1) == 1024)
        #expect(table.openFiles(of: 2) == .max)
    }

    @Test("a folder is read-only if the innermost and latest mount above it is") func mounts() {
        let table = """
            /dev/sda1 / ext4 rw,relatime 0 0
            /dev/sdb1 /var/lib ext4 ro,noatime 0 0
            /dev/sdc1 /srv/the\\040data ext4 ro 0 0
            /dev/sdd1 /mnt ext4 ro 0 0
            /dev/sde1 /mnt ext4 rw,errors=remount-ro 0 0
            /dev/sdf1 /opt ext4 rw,abort,emergency_ro 0 0
            odd line
            """
        let mount = { MountTable.readOnlyMount(below: $0, in: table) }
        #expect(mount("/var/lib/hailong") == "/var/lib")
        #expect(mount("/var/library") == nil)
        #expect(mount("/srv/the data") == "/srv/the data")
        #expect(mount("/mnt/x") == nil)
        #expect(mount("/opt/x") == "/opt")
        #expect(mount("/") == nil)
        #expect(MountTable.readOnlyMount(below: "/x", in: "") == nil)
    }

    @Test("a lock is held only if kernel and lock file agree on who holds it") func locks() {
        let table = """
            1: POSIX  ADVISORY  WRITE 700 08:01:55 0 EOF
            2: FLOCK  ADVISORY  WRITE 700 08:01:1234 0 EOF
            2: -> FLOCK  ADVISORY  WRITE 701 08:01:1234 0 EOF
            """
        #expect(LockTable(table).holders(inode: 1234) == [700])
        #expect(LockTable(table).holders(inode: 55).isEmpty)
        #expect(LockTable(table).holders(inode: 234).isEmpty)
    }

    @Test("a lock that the kernel's list hides in one reading is seen in another") func hiddenLocks() {
        let held = "1: FLOCK  ADVISORY  WRITE 700 08:01:1234 0 EOF\n"
        var readings = [nil, "", held, held, ""]
        #expect(LockTable { readings.isEmpty ? nil : readings.removeFirst() }.holders(inode: 1234) == [700])
        #expect(LockTable { "" }.holders(inode: 1234).isEmpty)
    }
}
