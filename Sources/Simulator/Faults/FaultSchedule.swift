/// When faults befall one box, and when its random presses are made: known from the seed alone, before anything runs.
public struct FaultSchedule: Sendable {
    /// What happens.
    public enum Event: Sendable, Equatable {
        /// Somebody presses a button, counted from 1.
        case press(button: Int)
        /// The cable is pulled for so many milliseconds.
        case unplug(milliseconds: UInt64)
        /// There is no connection for so many milliseconds.
        case offline(milliseconds: UInt64)
        /// A warm reset that takes so many milliseconds, perhaps in the middle of a press.
        case reset(milliseconds: UInt64, tearing: TornPress?)
        /// A cold start that takes so many milliseconds.
        case coldStart(milliseconds: UInt64)
    }

    /// A press that a reset interrupts.
    public struct TornPress: Sendable, Equatable {
        /// The button, counted from 1.
        public var button: Int
        /// How many stores to memory were still made.
        public var stores: Int
    }

    /// An event and its time.
    public struct Entry: Sendable, Equatable {
        /// Milliseconds since the start of the schedule.
        public var at: UInt64
        /// What happens then.
        public var event: Event
    }

    private enum Kind: UInt64, CaseIterable { case press, unplug, offline, reset, coldStart }

    private struct Stream {
        let kind: Kind
        /// Mean milliseconds from the end of one event to the next.
        let mean: Double
        var chance: SplitMix64
        var at: UInt64
    }

    private let faults: Faults
    private let buttons: Int
    private var streams: [Stream] = []

    /// The schedule of one box.
    ///
    /// - Parameters:
    ///   - seed: the seed of the fleet.
    ///   - box: the number of the box.
    ///   - faults: what goes wrong.
    ///   - pressesPerSecond: random presses, on average.
    ///   - buttons: how many buttons there are.
    public init(seed: UInt64, box: Int, faults: Faults, pressesPerSecond: Double = 0, buttons: Int = 5) {
        self.faults = faults
        self.buttons = buttons
        for kind in Kind.allCases {
            guard let mean = Self.mean(kind, faults, pressesPerSecond) else { continue }
            var chance = SplitMix64(seed: seed, UInt64(box), kind.rawValue)
            let first = chance.jittered(mean)
            streams.append(Stream(kind: kind, mean: mean, chance: chance, at: first))
        }
    }

    /// When the next event is, in milliseconds since the start; `.max` for never.
    public var nextAt: UInt64 { streams.map(\.at).min() ?? .max }

    /// The next event, nil when there never is one.
    public mutating func next() -> Entry? {
        guard let index = streams.indices.min(by: { streams[$0].at < streams[$1].at }) else { return nil }
        let at = streams[index].at
        let (event, length) = draw(streams[index].kind, &streams[index].chance)
        streams[index].at = at + length + streams[index].chance.jittered(streams[index].mean)
        return Entry(at: at, event: event)
    }

    private func draw(_ kind: Kind, _ chance: inout SplitMix64) -> (Event, UInt64) {
        switch kind {
        case .press:
            return (.press(button: chance.below(buttons) + 1), 0)
        case .unplug:
            let length = chance.jittered(Double(faults.unpluggedFor.milliseconds))
            return (.unplug(milliseconds: length), length)
        case .offline:
            let length = chance.jittered(Double(faults.offlineFor.milliseconds))
            return (.offline(milliseconds: length), length)
        case .reset:
            let length = chance.jittered(100)
            // A press is at most 16 stores: 6 of its slot, 10 of a header.
            let torn = TornPress(button: chance.below(buttons) + 1, stores: chance.below(18))
            return (.reset(milliseconds: length, tearing: chance.happens(faults.tearing) ? torn : nil), length)
        case .coldStart:
            let length = chance.jittered(400)
            return (.coldStart(milliseconds: length), length)
        }
    }

    private static func mean(_ kind: Kind, _ faults: Faults, _ pressesPerSecond: Double) -> Double? {
        switch kind {
        case .press: return pressesPerSecond > 0 ? 1_000 / pressesPerSecond : nil
        case .unplug: return faults.unplugEvery.map { Double($0.milliseconds) }
        case .reset: return faults.resetEvery.map { Double($0.milliseconds) }
        case .coldStart: return faults.coldEvery.map { Double($0.milliseconds) }
        case .offline:
            guard faults.offline > 0 else { return nil }
            let share = min(faults.offline, 0.99)
            return Double(faults.offlineFor.milliseconds) * (1 - share) / share
        }
    }
}
