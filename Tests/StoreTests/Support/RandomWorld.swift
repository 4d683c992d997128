import Ratings

/// Random numbers that come out the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Makes up presses and changes for one morning of 20 minutes at four boxes and three counters.
struct RandomWorld {
    static let length = 1200.0
    var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }

    mutating func one<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &numbers)]
    }

    mutating func moment() -> Instant {
        Sample.morning + .milliseconds(Int64.random(in: 0..<Int64(Self.length * 1000), using: &numbers))
    }

    /// A stretch on whole tens of seconds, so that many share their ends.
    private mutating func stretch() -> (since: Instant, until: Instant?) {
        let start = Int64.random(in: 0..<120, using: &numbers)
        let end = chance(20) ? nil : start + Int64.random(in: 1..<40, using: &numbers)
        return (Sample.morning + .seconds(start * 10), end.map { Sample.morning + .seconds($0 * 10) })
    }

    /// Presses of all boxes in the order in which they were made, with sequences and ticks as a box gives them.
    mutating func presses(_ count: Int) -> [Press] {
        var sequences: [String: UInt32] = [:]
        let moments = (0..<count).map { _ in Double.random(in: 0..<Self.length, using: &numbers) }.sorted()
        return moments.map { seconds in
            let (box, boot) = (one(["b1", "b2", "b3", "b4"]), seconds < 700 ? UInt64(1) : 2)
            let sequence = sequences["\(box)/\(boot)", default: 0]
            sequences["\(box)/\(boot)"] = sequence + 1
            var press = Sample.press(
                sequence, seconds, box: box, boot: boot, input: "\(Int.random(in: 1...6, using: &numbers))")
            if chance(10) { press.invitation = UInt32.random(in: 1...6, using: &numbers) }
            if chance(5) {
                press.subject = Subject(counter: one(["Q1", "Q2", nil]), unit: one(["tp", nil]), field: "ht")
            }
            return press
        }
    }

    /// A record of one of the kinds that decide over ratings; the same keys come again with other content.
    mutating func record() -> any DirectoryRecord {
        let (since, until) = stretch()
        let counter = one(["Q1", "Q2", "Q3"])
        switch Int.random(in: 0..<9, using: &numbers) {
        case 0, 1:
            let source = one([Duty.Source.roster, .roster, .signOn, .standIn])
            return Duty(
                counter: counter, officer: one(["an", "binh", "chi"]), unit: one(["tp", "xd", nil]), since: since,
                until: until,
                source: source, replaces: source == .standIn ? one(["an", "binh", nil]) : nil)
        case 2:
            return Assignment(
                box: one(["b1", "b2", "b3", "b4"]), counters: one([["Q1"], ["Q2"], ["Q3"], ["Q1", "Q2"]]), since: since,
                until: until)
        case 3: return BoxTest(box: one(["b1", "b2"]), since: since, until: until ?? since + .seconds(30))
        case 4, 5:
            return Invitation(
                id: UInt32.random(in: 1...6, using: &numbers), counter: counter, opened: since,
                expires: since + .seconds(60),
                closed: chance(30) ? since + .seconds(20) : nil, by: "an",
                subject: one([nil, Subject(officer: "dung")]))
        case 6: return Counter(code: counter, name: counter, units: one([["tp"], ["xd"], ["tp", "xd"]]), since: since)
        case 7: return setting(since, counter)
        default:
            let rule = CalendarEntry.Rule.session(
                weekday: 1, name: "sáng", opens: DayTime(minutes: 9 * 60 + one([0, 5])) ?? .midnight,
                closes: DayTime(minutes: 9 * 60 + one([10, 15])) ?? .endOfDay, since: Day(number: one([1, 2])))
            return CalendarEntry(rule)
        }
    }

    private mutating func setting(_ since: Instant, _ counter: String) -> Setting {
        let (name, values) = one([
            (Setting.Name.minimumInterval, ["0", "3", "20"]), (.mode, ["open", "invited"]),
            (.correctionTime, ["2", "15"]),
            (.hours, ["ignore", "enforce"]), (.closingGrace, ["0", "3"]), (.zone, ["Asia/Ho_Chi_Minh", "Etc/UTC"]),
        ])
        return Setting(name: name, scope: one([.centre, .counter(counter)]), since: since, value: one(values))
    }
}
