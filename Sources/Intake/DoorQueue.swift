import Ratings

/// What waits at the door, first come first served.
struct DoorQueue {
    /// One submission with whoever waits for its receipts.
    struct Entry {
        var ticket: Int
        var observations: [Observation]
        var continuation: CheckedContinuation<[Receipt], any Error>

        func fail(_ error: any Error) { continuation.resume(throwing: error) }
    }

    private var entries: [Entry] = []
    private var lastTicket = 0
    private var beingCommitted: Set<Int> = []
    private var withdrawn: Set<Int> = []
    /// Observations waiting.
    private(set) var count = 0

    var isEmpty: Bool { entries.isEmpty }

    mutating func nextTicket() -> Int {
        lastTicket += 1
        return lastTicket
    }

    mutating func add(
        _ observations: [Observation], ticket: Int, _ continuation: CheckedContinuation<[Receipt], any Error>
    ) {
        entries.append(Entry(ticket: ticket, observations: observations, continuation: continuation))
        count += observations.count
    }

    /// Takes whole submissions off the front, at least one.
    mutating func take(atMost limit: Int) -> [Entry] {
        var taken: [Entry] = []
        var size = 0
        for entry in entries {
            guard taken.isEmpty || size + entry.observations.count <= limit else { break }
            taken.append(entry)
            size += entry.observations.count
        }
        entries.removeFirst(taken.count)
        count -= size
        beingCommitted = Set(taken.map(\.ticket))
        return taken
    }

    /// Returns a batch that could not be committed to the front, less what was withdrawn meanwhile.
    mutating func putBack(_ taken: [Entry]) {
        let kept = taken.filter { !withdrawn.contains($0.ticket) }
        for entry in taken where withdrawn.contains(entry.ticket) { entry.fail(CancellationError()) }
        endCommit(taken)
        entries.insert(contentsOf: kept, at: 0)
        count += kept.reduce(0) { $0 + $1.observations.count }
    }

    private mutating func endCommit(_ batch: [Entry]) {
        beingCommitted.subtract(batch.map(\.ticket))
        withdrawn.subtract(batch.map(\.ticket))
    }

    /// Hands each submission its share of the receipts.
    mutating func settle(_ batch: [Entry], with receipts: [Receipt]) {
        var start = 0
        for entry in batch {
            let end = start + entry.observations.count
            entry.continuation.resume(returning: Array(receipts[start..<end]))
            start = end
        }
        endCommit(batch)
    }

    /// Takes back a submission nobody waits for any more. One that is being committed stays: a box that asks again
    /// is told that it is stored.
    mutating func withdraw(_ ticket: Int) {
        guard let index = entries.firstIndex(where: { $0.ticket == ticket }) else {
            if beingCommitted.contains(ticket) { withdrawn.insert(ticket) }
            return
        }
        let entry = entries.remove(at: index)
        count -= entry.observations.count
        entry.fail(CancellationError())
    }

    mutating func failAll() {
        for entry in entries { entry.fail(CancellationError()) }
        entries = []
        count = 0
    }
}
