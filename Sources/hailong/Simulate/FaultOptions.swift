import ArgumentParser
import Simulator

/// What is to go wrong at simulated boxes.
struct FaultOptions: ParsableArguments {
    @Option(name: .long, help: "Share of bytes with a bit flipped, both ways: 0 to 1.")
    var noise = 0.0

    @Option(name: .long, help: "Share of writes that come in pieces: 0 to 1.")
    var split = 0.0

    @Option(name: .long, help: "Share of bytes that are lost, both ways: 0 to 1.")
    var drop = 0.0

    @Option(name: .customLong("repeat"), help: "Share of writes that come twice: 0 to 1.")
    var repetition = 0.0

    @Option(name: .long, help: "Pull each cable about so often: 30s, 5m, 2h.")
    var unplugEvery: TimeSpan?

    @Option(name: .long, help: "Reset each box warm about so often, at times in the middle of a press.")
    var resetEvery: TimeSpan?

    @Option(name: .long, help: "Cold start of each box about so often; it loses the presses in its ring.")
    var coldEvery: TimeSpan?

    @Option(name: .long, help: "Share of time without a connection: 0 to 0.99.")
    var offline = 0.0

    @Option(name: .long, help: "How long a box is offline at a time, about.")
    var offlineFor: TimeSpan?

    @Option(name: .long, help: "Boxes that speak an unknown protocol version: 1,4-6 or all.")
    var wrongVersion: BoxList?

    @Option(name: .long, help: "Boxes with button 1 held down for ever.")
    var stuck: BoxList?

    @Option(name: .long, help: "Boxes that say nothing.")
    var silent: BoxList?

    @Option(name: .long, help: "Boxes that send garbage without end.")
    var babble: BoxList?

    @Option(name: .long, help: "Boxes whose hardware has no UID.")
    var nameless: BoxList?

    @Option(name: .long, help: "Boxes that say hello for ever.")
    var greeter: BoxList?

    @Option(name: .long, help: "Boxes that say hello for ever, each time as another box.")
    var impostor: BoxList?

    @Option(name: .long, help: "Boxes that send every press twice, with another button the second time.")
    var contradict: BoxList?

    func validate() throws {
        for (name, rate) in [("noise", noise), ("split", split), ("drop", drop), ("repeat", repetition)] {
            guard (0...1).contains(rate) else { throw ValidationError("--\(name) takes a share from 0 to 1.") }
        }
        guard (0...0.99).contains(offline) else { throw ValidationError("--offline takes a share from 0 to 0.99.") }
    }

    /// The faults of every box.
    var faults: Faults {
        var faults = Faults()
        faults.noise = noise
        faults.split = split
        faults.drop = drop
        faults.repetition = repetition
        faults.unplugEvery = unplugEvery?.duration
        faults.resetEvery = resetEvery?.duration
        faults.coldEvery = coldEvery?.duration
        faults.offline = offline
        if let offlineFor { faults.offlineFor = offlineFor.duration }
        return faults
    }

    /// Which box is wrong in which way, of a fleet of so many.
    func quirks(boxes: Int) throws -> [Int: Quirk] {
        var quirks: [Int: Quirk] = [:]
        let lists: [(Quirk, BoxList?)] = [
            (.wrongVersion, wrongVersion), (.stuck, stuck), (.silent, silent), (.babble, babble),
            (.nameless, nameless), (.greeter, greeter), (.impostor, impostor),
            (.contradict, contradict),
        ]
        for (quirk, list) in lists {
            guard let list else { continue }
            guard let numbers = list.numbers(of: boxes) else {
                throw CommandFailure.usage(
                    "--\(quirk.rawValue) names a box that is not there: there are 1 to \(boxes).")
            }
            for number in numbers {
                if let other = quirks.updateValue(quirk, forKey: number) {
                    throw CommandFailure.usage(
                        "box \(number) cannot be both --\(other.rawValue) and --\(quirk.rawValue).")
                }
            }
        }
        return quirks
    }
}
