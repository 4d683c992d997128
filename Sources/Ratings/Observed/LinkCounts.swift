import Synchronization

/// How often something happened on a link on one day.
public struct LinkCount: Codable, Hashable, Sendable {
    /// Day in the centre's zone.
    public var day: Day
    /// UID of the box; path of the port where no box was identified; `LinkCounts.others` for the rest.
    public var link: String
    /// What happened.
    public var event: LinkEvent
    /// How often.
    public var count: Int

    /// A count of one day.
    public init(day: Day, link: String, event: LinkEvent, count: Int) {
        self.day = day
        self.link = link
        self.event = event
        self.count = count
    }
}

/// Counts what happens on links until somebody takes the counts to store them. They are no facts of the ledger: the
/// last minutes of them may be lost with the power.
public final class LinkCounts: Sendable {
    /// Links told apart on one day at most, so that a box which invents identities costs bounded room.
    public static let mostLinks = 1000
    /// What links beyond `mostLinks` are counted under.
    public static let others = "*"

    private struct Key: Hashable {
        var day: Day
        var link: String
        var event: LinkEvent
    }

    private struct State {
        var counts: [Key: Int] = [:]
        var day: Day?
        var links: Set<String> = []
    }

    private let state = Mutex(State())
    private let today: @Sendable () -> Day

    /// Nothing counted yet; `today` tells the centre's day.
    public init(today: @escaping @Sendable () -> Day) { self.today = today }

    /// Counts an event on a link.
    public func add(_ event: LinkEvent, of link: String, by count: Int = 1) {
        guard count > 0 else { return }
        let day = today()
        state.withLock { state in
            if state.day != day { (state.day, state.links) = (day, []) }
            if state.links.count < Self.mostLinks { state.links.insert(link) }
            let name = state.links.contains(link) ? link : Self.others
            state.counts[Key(day: day, link: name, event: event), default: 0] += count
        }
    }

    /// Hands out what was counted since the last time, and begins anew.
    public func take() -> [LinkCount] {
        let counts = state.withLock { state in
            defer { state.counts = [:] }
            return state.counts
        }
        return counts.map { LinkCount(day: $0.day, link: $0.link, event: $0.event, count: $1) }
    }

    /// Takes back what could not be stored.
    public func putBack(_ counts: [LinkCount]) {
        state.withLock { state in
            for count in counts {
                state.counts[Key(day: count.day, link: count.link, event: count.event), default: 0] += count.count
            }
        }
    }
}
