import Foundation
import Office
import Ratings

/// The month that the demo plays: the directory's files, and every press with its moment.
struct GoldenMonth {
    /// Something that happens at a box.
    enum Step {
        case press(button: Int)
        case unplug
        case plug
    }

    /// Name of the period.
    static let period = "2020-06"
    /// The last moment of the play: all boxes are back, and the period is over.
    static let end = "2020-06-16T09:00:00"

    let zone = Zone.vietnam
    let files: [ImportFile]
    /// What happens, in order.
    let steps: [(moment: Instant, box: Int, step: Step)]

    /// Reads the directory in `folder` and the presses below it.
    init(folder: String) throws {
        files = try ImportCommand.files(at: folder)
        let path = folder + "/presses/golden-month.csv"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure.cannotRun("\(path) cannot be read.")
        }
        var steps: [(moment: Instant, box: Int, step: Step)] = []
        for (index, line) in text.split(separator: "\n").enumerated().dropFirst() {
            let fields = line.split(separator: ",").map(String.init)
            guard fields.count == 3, let box = Int(fields[0]), let moment = MomentText.parse(fields[2], in: zone),
                let step = Step(fields[1])
            else { throw CommandFailure.refused("\(path):\(index + 1): '\(line)' is no line of box, button, moment.") }
            steps.append((moment, box, step))
        }
        self.steps = steps
    }

    /// How many boxes take part.
    var boxes: Int { steps.map(\.box).max() ?? 0 }

    /// How many presses are made.
    var presses: Int { steps.count { if case .press = $0.step { true } else { false } } }
}

extension GoldenMonth.Step {
    init?(_ text: String) {
        switch text {
        case "unplug": self = .unplug
        case "plug": self = .plug
        default:
            guard let button = Int(text) else { return nil }
            self = .press(button: button)
        }
    }
}
