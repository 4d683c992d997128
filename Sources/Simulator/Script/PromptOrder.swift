/// What a person types at the prompt of a running simulator.
public enum PromptOrder: Sendable, Equatable {
    /// Presses a button, from 1, of a box.
    case press(box: Int, button: Int)
    /// Pulls the cable of a box.
    case unplug(box: Int)
    /// Puts the cable of a box in again.
    case plug(box: Int)
    /// A warm reset of a box.
    case reset(box: Int)
    /// A cold start of a box.
    case cold(box: Int)
    /// Reads a badge at a box.
    case badge(box: Int, code: String)
    /// Takes a PIN at a box.
    case pin(box: Int, code: String)
    /// Waits until every press has its receipt.
    case wait
    /// How all boxes fare.
    case status
    /// What can be typed.
    case help
    /// The end.
    case quit
    /// Nothing.
    case none

    /// What was typed and cannot be done, and what can.
    public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
        /// Why, and what to type.
        public var description: String
    }

    /// What can be typed.
    public static let helpText = """
        press BOX BUTTON   press a button, both counted from 1
        unplug BOX         pull the cable
        plug BOX           put the cable in again
        reset BOX          warm reset: the box keeps its presses
        cold BOX           cold start: the box loses its presses
        badge BOX CODE     read a badge
        pin BOX CODE       type a PIN
        wait               until every press has its receipt
        status             how the boxes fare
        help               this list
        quit               end
        """

    /// Reads a line for a fleet of so many boxes and buttons.
    public init(_ line: String, boxes: Int, buttons: Int = 5) throws(Refusal) {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let verb = words.first else {
            self = .none
            return
        }
        let wanted = ["press": 3, "badge": 3, "pin": 3, "unplug": 2, "plug": 2, "reset": 2, "cold": 2]
        guard let count = wanted[verb] ?? (["wait", "status", "help", "quit"].contains(verb) ? 1 : nil) else {
            throw Refusal(description: "'\(verb)' is no order. Type help.")
        }
        guard words.count == count else {
            throw Refusal(description: "'\(verb)' takes \(count - 1) words after it. Type help.")
        }
        if count == 1 {
            self = ["wait": .wait, "status": .status, "help": .help][verb] ?? .quit
            return
        }
        guard let box = Int(words[1]), box >= 1, box <= boxes else {
            throw Refusal(description: "'\(words[1])' is no box: there are 1 to \(boxes).")
        }
        switch verb {
        case "press":
            guard let button = Int(words[2]), button >= 1, button <= buttons else {
                throw Refusal(description: "'\(words[2])' is no button: there are 1 to \(buttons).")
            }
            self = .press(box: box, button: button)
        case "badge": self = .badge(box: box, code: words[2])
        case "pin": self = .pin(box: box, code: words[2])
        case "unplug": self = .unplug(box: box)
        case "plug": self = .plug(box: box)
        case "reset": self = .reset(box: box)
        default: self = .cold(box: box)
        }
    }
}
