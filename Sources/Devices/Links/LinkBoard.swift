import KioskProtocol
import Ratings

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

    private var entries: [ID: Entry] = [:]
    private var lastNumber = 0
    private var duplicates: [String: any PressDoor] = [:]
    private var resets = ResetWatch()

    func add(_ handle: LinkHandle, _ monitor: LinkMonitor) -> ID {
        lastNumber += 1
        let id = ID(number: lastNumber)
        entries[id] = Entry(handle: handle, monitor: monitor)
        return id
    }

    /// Takes a link off; where it was one of two with one identity, the other is alone again.
    func remove(_ id: ID, at instant: Instant) async {
        guard let device = entries.removeValue(forKey: id)?.device else { return }
        let left = links(of: device)
        guard left.count < 2, let door = duplicates.removeValue(forKey: device) else { return }
        for entry in left.values {
            entry.monitor.enter(.connected, at: instant)
            entry.monitor.tell(.notice, "only one box gives this identity now")
        }
        do {
            try await door.duplicateIdentity(of: device, isLive: false)
        } catch {
            // Kept for the next link of this box that ends; at the latest the next start of the service settles it.
            duplicates[device] = door
        }
    }

    /// Gives a link its identity. A link that has it already is asked for a sign of life and closed if it gives none.
    /// True if two live boxes are left.
    func claim(_ device: String, by id: ID, _ door: any PressDoor, at instant: Instant) async throws -> Bool {
        guard entries[id] != nil else { throw CancellationError() }
        for (other, entry) in entries where other != id && entry.device == device {
            if await !entry.handle.isAlive() {
                entry.monitor.willClose(because: "it gave no sign of life, and the box is on another port now")
                entry.handle.close()
            }
        }
        entries[id]?.device = device
        let live = links(of: device).filter { $0.key != id && $0.value.handle.channel.isActive }
        guard !live.isEmpty else { return false }
        for entry in links(of: device).values {
            let reason = "another live box gives the same identity"
            guard entry.monitor.enter(.duplicate, at: instant, reason: reason) else { continue }
            entry.monitor.count(.duplicate)
            entry.monitor.tell(.warning, "two live boxes give one identity")
        }
        if duplicates.updateValue(door, forKey: device) == nil {
            try await door.duplicateIdentity(of: device, isLive: true)
        }
        return true
    }

    /// Takes a hello: how often the box started again since its last one, on whatever port.
    func resets(of device: String, _ hello: Hello) -> (event: LinkEvent, count: Int)? {
        resets.take(device, boot: hello.boot, resets: hello.resets)
    }

    /// Answers, and so shows that it can.
    func checkUp() {}

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
