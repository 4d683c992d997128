/// The dated settings, with their defaults, asked by name, place and moment.
public struct SettingsBook: Sendable, Hashable {
    private struct Slot: Hashable, Sendable {
        var name: Setting.Name
        var scope: Setting.Scope
    }

    private var bySlot: [Slot: [Setting]] = [:]
    /// The newest zone: in it people type and read moments.
    public private(set) var zone = Zone.vietnam
    private var zones: [(since: Instant, zone: Zone)] = []

    /// Defaults only.
    public init() {}

    /// All settings, in the order of their keys.
    public var all: [Setting] { bySlot.values.flatMap(\.self).sorted { $0.key < $1.key } }

    mutating func change(_ setting: Setting, isIn: Bool) {
        let slot = Slot(name: setting.name, scope: setting.scope)
        var values = bySlot[slot] ?? []
        values.removeAll { $0.since == setting.since }
        if isIn { values.insert(setting, at: values.firstIndex { $0.since > setting.since } ?? values.endIndex) }
        bySlot[slot] = values.isEmpty ? nil : values
        if setting.name == .zone {
            zones = (bySlot[Slot(name: .zone, scope: .centre)] ?? []).compactMap { setting in
                Zone(name: setting.value).map { (setting.since, $0) }
            }
            zone = zones.last?.zone ?? .vietnam
        }
    }

    /// The zone in force at `instant`: it says which day and hour a moment belongs to.
    public func zone(at instant: Instant) -> Zone {
        zones.last { $0.since <= instant }?.zone ?? .vietnam
    }

    /// The instant at which `day` begins, in the zone then in force.
    public func start(of day: Day) -> Instant { zone(at: zone.start(of: day)).start(of: day) }

    /// Equal settings make equal books.
    public static func == (left: SettingsBook, right: SettingsBook) -> Bool { left.bySlot == right.bySlot }

    /// Hashes the settings.
    public func hash(into hasher: inout Hasher) { hasher.combine(bySlot) }

    /// The value in force at `instant` for a box at a counter: the box's own, else the counter's, else the centre's.
    public func value(
        _ name: Setting.Name, at instant: Instant, counter: String? = nil, box: String? = nil
    ) -> String? {
        if bySlot.isEmpty { return nil }
        if let box, let value = value(name, .box(box), at: instant) { return value }
        if let counter, let value = value(name, .counter(counter), at: instant) { return value }
        return value(name, .centre, at: instant)
    }

    private func value(_ name: Setting.Name, _ scope: Setting.Scope, at instant: Instant) -> String? {
        bySlot[Slot(name: name, scope: scope)]?.last { $0.since <= instant }?.value
    }

    /// All values in force at some time between both instants, for whatever box or counter.
    public func values(_ name: Setting.Name, from start: Instant, until end: Instant) -> Set<String> {
        var values: Set<String> = []
        for (slot, settings) in bySlot where slot.name == name {
            for (index, setting) in settings.enumerated() where setting.since < end {
                let isOver = settings.indices.contains(index + 1) && settings[index + 1].since <= start
                if !isOver { values.insert(setting.value) }
            }
        }
        return values
    }

    /// Minimum interval between two presses of one box.
    public func minimumInterval(at instant: Instant, counter: String?, box: String) -> Duration {
        duration(.minimumInterval, at: instant, counter: counter, box: box, default: .seconds(3))
    }

    /// Correction time after an invitation's first press.
    public func correctionTime(at instant: Instant, counter: String?) -> Duration {
        duration(.correctionTime, at: instant, counter: counter, box: nil, default: .seconds(5))
    }

    /// How long an invitation stays open.
    public func invitationWindow(at instant: Instant, counter: String?) -> Duration {
        duration(.invitationWindow, at: instant, counter: counter, box: nil, default: .seconds(30))
    }

    private func duration(
        _ name: Setting.Name, at instant: Instant, counter: String?, box: String?, default value: Duration
    ) -> Duration {
        guard let text = self.value(name, at: instant, counter: counter, box: box), let seconds = Double(text) else {
            return value
        }
        return .milliseconds(Int64((seconds * 1000).rounded()))
    }

    /// Whether presses at the counter need an invitation.
    public func needsInvitation(at instant: Instant, counter: String?) -> Bool {
        value(.mode, at: instant, counter: counter) == "invited"
    }

    /// Whether presses outside the calendar's hours are set apart.
    public func enforcesHours(at instant: Instant, counter: String?) -> Bool {
        value(.hours, at: instant, counter: counter) == "enforce"
    }

    /// Minutes after closing within which presses still count.
    public func closingGraceMinutes(at instant: Instant, counter: String?) -> Int {
        value(.closingGrace, at: instant, counter: counter).flatMap(Int.init) ?? 30
    }

    /// Decimals of printed shares.
    public func decimals(at instant: Instant) -> Int { value(.decimals, at: instant).flatMap(Int.init) ?? 2 }

    /// The first day of a period within the month before the one that it is named after; 1 for whole months.
    public func periodFirstDay(at instant: Instant) -> Int {
        value(.periodFirstDay, at: instant).flatMap(Int.init) ?? 1
    }
}
