import Devices
import Ratings
import Testing

@testable import Upkeep

@Suite("What doctor finds") struct DoctorTests {
    private func findings(_ spoil: (inout MachineFacts) throws -> Void) throws -> [Finding] {
        var facts = try Scene.healthy()
        try spoil(&facts)
        return Doctor.findings(facts, at: Scene.now)
    }

    private func kinds(_ spoil: (inout MachineFacts) throws -> Void) throws -> [Finding.Kind] {
        try findings(spoil).map(\.kind)
    }

    @Test("a healthy machine has nothing wrong") func healthy() throws {
        #expect(try findings { _ in } == [])
    }

    @Test("each fault is found, alone, and told whole in both languages", arguments: FindingCase.all)
    func found(fault: FindingCase) throws {
        let found = try findings(fault.spoil)
        #expect(found.map(\.kind) == [fault.kind])
        let finding = try #require(found.first)
        for language in FindingWords.Language.allCases {
            let words = FindingWords(language, zone: .vietnam)
            let said = [words.what(finding), words.mend(finding)] + words.commands(finding)
            #expect(said.allSatisfy { !$0.contains("{options}") && !$0.contains("?") }, "\(said)")
            #expect(said[0].count > 8)
            #expect(finding.kind.severity == .unseen || !said[1].isEmpty)
            #expect(!finding.isProblem || said.count > 2)
        }
    }

    @Test("there is a case for every kind") func complete() {
        let missing = Set(Finding.Kind.allCases).subtracting(FindingCase.all.map(\.kind))
        #expect(missing == [.modemManagerRunning])
    }

    @Test("row 4: ModemManager beside rules that are missing or others is named, beside right rules it is not")
    func modemManager() throws {
        let rival = ProcessName(pid: 512, name: "ModemManager")
        #expect(try kinds { $0.rivals = [rival] } == [])
        #expect(
            try kinds {
                $0.rivals = [rival]
                $0.rules = .missing
            } == [.rulesMissing, .modemManagerRunning])
    }

    @Test(
        "row 5: whoever holds a port is named with number and remedy",
        arguments: [
            ("brltty", "apt purge brltty"), ("gpsd", "systemctl disable --now gpsd.socket gpsd.service"),
            ("ModemManager", "systemctl disable --now ModemManager.service"),
            ("agetty", "systemctl disable --now serial-getty@ttyUSB0.service"), ("minicom", "kill 4711"),
        ])
    func holder(name: String, command: String) throws {
        let found = try findings { $0.ports[0].holders = [ProcessName(pid: 4711, name: name)] }
        let finding = try #require(found.first)
        for language in FindingWords.Language.allCases {
            let words = FindingWords(language, zone: .vietnam)
            #expect(words.what(finding).contains("4711"))
            #expect(words.what(finding).contains("B01"))
            #expect(words.what(finding).contains("Quầy số 1"))
            #expect(words.what(finding).contains("/dev/ttyUSB0"))
            #expect(words.commands(finding).contains(command))
        }
    }

    @Test("row 6: access is what the kernel would grant: the first class that fits decides")
    func access() {
        let user = Account(user: NamedID(990, "hailong"), groups: [990, 20])
        let root = NamedID(0, "root")
        let file = { (owner: NamedID, group: NamedID, mode: UInt32) in
            user.mayUse(FileOwner(user: owner, group: group, mode: mode))
        }
        #expect(file(root, Scene.dialout, 0o660))
        #expect(!file(root, Scene.dialout, 0o640))
        #expect(!file(root, root, 0o660))
        #expect(file(root, root, 0o666))
        #expect(!file(NamedID(990, "hailong"), Scene.dialout, 0o060), "the owner's bits come first")
        #expect(!file(root, Scene.dialout, 0o606), "then the group's")
        #expect(Account(user: root, groups: []).mayUse(FileOwner(user: user.user, group: root, mode: 0)))
    }

    @Test("row 6: a port that the rules have not reached is told once, with the command that applies them")
    func rulesNotInEffect() throws {
        let found = try findings {
            $0.ports[0].owner = FileOwner(user: NamedID(0, "root"), group: NamedID(0, "root"), mode: 0o600)
            $0.links(Scene.link(.unavailable, reason: "permission denied"))
        }
        #expect(found.map(\.kind) == [.portForbidden])
        #expect(FindingWords(.english, zone: .vietnam).commands(found[0]).contains("udevadm trigger"))
    }

    @Test("row 6: the ports' group may come from the service's unit, and is believed while the service does not run")
    func groupOfTheUnit() throws {
        #expect(try kinds { $0.rights.account.groups = [990] } == [])
        #expect(
            try kinds {
                $0.rights.account.groups = [990]
                $0.rights.running = nil
                $0.service = ServiceFacts()
            } == [.serviceStopped])
    }

    @Test("row 12: a port that another program holds is told once, not again as unavailable") func heldOnce() throws {
        let spoil = { (facts: inout MachineFacts) in
            facts.ports[0].holders = [ProcessName(pid: 7, name: "screen")]
            facts.links(Scene.link(.unavailable, reason: "in use by process 7"))
        }
        #expect(try kinds(spoil) == [.portHeld])
    }

    @Test("row 18: an adapter that may be put to sleep is told with its file") func autosuspend() throws {
        let found = try findings { $0.ports[0].maySleep = true }
        #expect(found.first?.parameters["file"] == .text("/sys/devices/usb1/KIOSK0001/power/control"))
    }

    @Test("an adapter that is a box only by hand owes udev's rules nothing") func byHand() throws {
        #expect(
            try kinds {
                $0.ports[0].isRuled = false
                $0.ports[0].isMarked = false
                $0.ports[0].maySleep = true
            } == [])
    }

    @Test("two ports of one adapter are not two adapters of one serial number") func twoPorts() throws {
        #expect(
            try kinds {
                $0.ports.append(Scene.healthyPort("/dev/ttyUSB1"))
                $0.links(Scene.link(.connected), Scene.link(.connected, port: "/dev/ttyUSB1"))
            } == [])
    }

    @Test("what has only just begun is not yet a finding") func young() throws {
        #expect(try kinds { $0.links(Scene.link(.unavailable, since: Scene.ago(9), reason: "hung up")) } == [])
        #expect(try kinds { $0.links(Scene.link(.waiting, since: Scene.ago(60))) } == [])
        #expect(try kinds { $0.links(Scene.link(.silent, since: Scene.ago(600))) } == [])
        #expect(try kinds { $0.backups = [Scene.backup(newest: Scene.ago(2 * 86_400), problem: "no stick")] } == [])
        #expect(try kinds { $0.service.openFiles = 68 } == [])
        #expect(
            try kinds {
                $0.backups = [Scene.backup(newest: nil)]
                try $0.book { book in
                    book.directory = Directory()
                    try book.directory.apply(StoredRecord(ServiceRun(started: Scene.ago(3600))))
                    try book.directory.apply(
                        StoredRecord(Assignment(box: Scene.box, counters: ["Q01"], since: Scene.ago(3600))))
                }
            } == [], "a centre of one hour has no backup yet")
    }

    @Test("a small disk is judged by its share, and one without a bound on files is not judged by it") func disk()
        throws
    {
        #expect(
            try kinds {
                $0.folder?.freeBytes = 4 << 30
                $0.folder?.totalBytes = 100 << 30
            } == [.diskLow])
        #expect(
            try kinds {
                $0.folder?.freeFiles = 0
                $0.folder?.totalFiles = 0
            } == [])
    }

    @Test("the worst comes first") func order() throws {
        #expect(
            try kinds {
                $0.rules = .missing
                $0.strangers = ["/dev/ttyUSB7": Adapter(vendor: "1a86", product: "7523")]
                $0.unseen = [.unseenHolders]
                $0.folder?.readOnlyMount = "/"
            } == [.diskReadOnly, .rulesMissing, .adapterUnknown, .unseenHolders])
    }
}
