import KioskProtocol
import Ratings
import ServiceLifecycle

/// All running links, by the identity of the box behind them.
actor LinkBoard {
    /// Names a running link.
    struct ID: Hashable, Sendable {
        fileprivate let number: Int
    }

    private struct Entry {
        var handle: LinkHandle
        var monitor: LinkMonitor
        var device: String?
    }

    private let door: any PressDoor
    private let clock: any HostClock
    private var entries: [ID: Entry] = [:]
    private var lastNumber = 0
    /// Identities that two live boxes gave, and whether the ledger has that for certain: what failed may still have been
    /// written.
    private var doubts: [String: Bool] = [:]
    private var lastNote: Task<Void, any Error>?
    private var resets = ResetWatch()

    init(door: any PressDoor, clock: any HostClock) {
        self.door = door
        self.clock = clock
    }

    func add(_ handle: LinkHandle, _ monitor: LinkMonitor) -> ID {
        lastNumber += 1
        let id = ID(number: lastNumber)
        entries[id] = Entry(handle: handle, monitor: monitor)
        return id
    }

    /// Takes a link off; where it was one of two with one identity, the other is alone again.
    func remove(_ id: ID) async {
        guard let device = entries.removeValue(forKey: id)?.device else { return }
        await settle(device)
    }

    /// Ends the doubt of an identity that one box is left with. Where the ledger cannot be told, the next round tells it.
    private func settle(_ device: String) async {
        // All links end together when the service stops: two may be left, and the next start settles it.
        guard doubts[device] != nil, links(of: device).count < 2, !Task.isShuttingDownGracefully else { return }
        do {
            try await note(device, isLive: false)
        } catch {
            for entry in links(of: device).values {
                entry.monitor.tell(
                    .error, "only one box gives this identity, but the ledger cannot be told; trying again",
                    ["error": "\(error)"])
            }
            return
        }
        let left = links(of: device).values
        guard left.count < 2 else { return }
        for entry in left {
            entry.monitor.enter(.connected, at: clock.read().wall)
            entry.monitor.tell(.notice, "only one box gives this identity now")
        }
    }

    /// Tells the ledger, one thing after the other, also for a link that is cancelled already.
    private func note(_ device: String, isLive: Bool) async throws {
        let before = lastNote
        let note = Task {
            _ = await before?.result
            let known = doubts[device]
            guard isLive ? known != true : known != nil else { return }
            doubts[device] = false
            try await door.duplicateIdentity(of: device, isLive: isLive)
            doubts[device] = isLive ? true : nil
        }
        lastNote = note
        try await note.value
    }

    /// Gives a link its identity. A link that has it already is asked for a sign of life and closed if it gives none.
    /// True if two live boxes are left.
    func claim(_ device: String, by id: ID) async throws -> Bool {
        guard entries[id] != nil else { throw CancellationError() }
        for (other, entry) in entries where other != id && entry.device == device {
            if await !entry.handle.isAlive() {
                entry.monitor.willClose(because: "it gave no sign of life, and the box is on another port now")
                entry.handle.close()
            }
        }
        guard entries[id] != nil else { throw CancellationError() }
        entries[id]?.device = device
        let live = links(of: device).filter { $0.key != id && $0.value.handle.channel.isActive }
        guard !live.isEmpty else { return false }
        for entry in links(of: device).values {
            let reason = "another live box gives the same identity"
            guard entry.monitor.enter(.duplicate, at: clock.read().wall, reason: reason) else { continue }
            entry.monitor.count(.duplicate)
            entry.monitor.tell(.warning, "two live boxes give one identity")
        }
        try await note(device, isLive: true)
        return true
    }

    /// Takes a hello: how often the box started again since its last one, on whatever port.
    func resets(of device: String, _ hello: Hello) -> (event: LinkEvent, count: Int)? {
        resets.take(device, boot: hello.boot, resets: hello.resets)
    }

    /// Answers, and so shows that it can; tells what the ledger could not be told before.
    func checkUp() async {
        for device in doubts.keys { await settle(device) }
    }

    /// Asks every link for a sign of life and returns how many gave one.
    func askAll() async -> Int {
        let handles = entries.values.map(\.handle)
        return await withTaskGroup(of: Bool.self) { group in
            for handle in handles { group.addTask { await handle.isAlive() } }
            var alive = 0
            for await isAlive in group where isAlive { alive += 1 }
            return alive
        }
    }

    private func links(of device: String) -> [ID: Entry] { entries.filter { $0.value.device == device } }

    /// Does something to every link of a box; false where it has none.
    func order(_ device: String, _ body: @escaping @Sendable (inout KioskLink, UInt64) -> Void) -> Bool {
        let links = links(of: device)
        for entry in links.values { entry.handle.order(body) }
        return !links.isEmpty
    }
}
