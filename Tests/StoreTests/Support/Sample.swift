import Foundation
import Ratings
import Testing

@testable import Store

/// Short ways to say when, where and who.
enum Sample {
    static func at(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Instant {
        try #require(MomentText.parse(text, in: .vietnam), "no moment: \(text)", sourceLocation: location)
    }

    /// 2020-06-15T09:00 in Vietnam, a Monday.
    static let morning = Instant(milliseconds: 1_592_186_400_000)

    static func clock(_ wall: Instant, up: Int64 = 0, isSet: Bool = true, boot: String = "host") -> ClockReading {
        ClockReading(wall: wall, hostBoot: boot, bootTime: .milliseconds(up), isSynchronized: isSet)
    }

    /// A press made `seconds` after 09:00 and received `age` later. Its tick is its moment.
    static func press(
        _ sequence: UInt32 = 0, _ seconds: Double = 0, box: String = "b1", boot: UInt64 = 1, input: String = "1",
        age: Double = 0, invitation: UInt32? = nil, subject: Subject? = nil
    ) -> Press {
        let milliseconds = Int64(seconds * 1000)
        return Press(
            key: PressKey(device: box, boot: boot, sequence: sequence), tick: UInt64(1_000_000 + milliseconds),
            input: input, invitation: invitation, subject: subject,
            arrival: Arrival(
                clock: clock(morning + .milliseconds(milliseconds + Int64(age * 1000)), up: milliseconds),
                age: .milliseconds(Int64(age * 1000)), driftPPM: 0))
    }

    static let scale = RatingScale(
        code: "five", since: Instant(milliseconds: 0),
        choices: ColumnSet.phuLucII.columns.enumerated().map { index, column in
            RatingScale.Choice(
                input: "\(index + 1)", code: column.rawValue, column: column, vietnamese: column.rawValue,
                english: column.rawValue)
        })

    static let description = BoxDescription(
        model: "kiosk", firmware: "1", protocolVersion: 1, buttons: 5, ringSurvivesPowerLoss: true, ringCapacity: 64,
        resets: 0, resetCause: "power")

    static func greeting(_ box: String = "b1", boot: UInt64?, next: UInt32, _ seconds: Double = 0) -> Greeting {
        Greeting(
            device: box, boot: boot, next: next, description: description,
            heard: morning + .milliseconds(Int64(seconds * 1000)))
    }
}

extension Bench {
    /// One scale, two counters of one unit each, and a box at each.
    static let standing: [any DirectoryRecord] = {
        let start = Instant(milliseconds: 0)
        return [
            Sample.scale, Counter(code: "Q1", name: "Quầy 1", units: ["tp"], since: start),
            Counter(code: "Q2", name: "Quầy 2", units: ["xd"], since: start),
            Assignment(box: "b1", counters: ["Q1"], since: start),
            Assignment(box: "b2", counters: ["Q2"], since: start),
        ]
    }()
}
