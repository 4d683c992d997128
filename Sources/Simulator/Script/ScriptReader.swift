/// Reads scripts, and collects all that is wrong in them.
struct ScriptReader {
    private static let columns = ["box", "button", "moment"]
    private static let mostProblems = 20

    let file: String
    let boxes: Int
    let buttons: Int
    private var problems: [ScriptProblem] = []
    private var more = 0
    private var line = 0

    init(file: String, boxes: Int, buttons: Int) {
        self.file = file
        self.boxes = boxes
        self.buttons = buttons
    }

    mutating func read(_ text: String) throws(ScriptError) -> [Script.Row] {
        var found: [(box: Int, action: Script.Action, moment: ScriptMoment)] = []
        var form: ScriptMoment.Form?
        let body = text.unicodeScalars.first == "\u{FEFF}" ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
        for raw in body.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" }) {
            line += 1
            let fields = Self.fields(String(String.UnicodeScalarView(raw)))
            if line == 1 {
                if fields.map({ $0.lowercased() }) != Self.columns {
                    refuse("header", "is not box,button,moment", "write these three columns in the first line")
                }
                continue
            }
            if fields == [""] { continue }
            guard found.count < Script.mostRows else {
                refuse("file", "has more than \(Script.mostRows) lines", "split the script")
                break
            }
            if let row = row(fields, &form) { found.append(row) }
        }
        if !problems.isEmpty { throw ScriptError(problems: problems, more: more) }
        let start = form == .offset ? 0 : found.map(\.moment.milliseconds).min() ?? 0
        // Lines of one moment stay in the order of the file.
        return found.enumerated().sorted {
            ($0.element.moment.milliseconds, $0.offset) < ($1.element.moment.milliseconds, $1.offset)
        }
        .map { _, row in
            Script.Row(box: row.box, action: row.action, at: .milliseconds(row.moment.milliseconds - start))
        }
    }

    private mutating func row(
        _ fields: [String], _ form: inout ScriptMoment.Form?
    ) -> (box: Int, action: Script.Action, moment: ScriptMoment)? {
        guard fields.count == Self.columns.count else {
            refuse("line", "has \(fields.count) fields, not 3", "write box,button,moment")
            return nil
        }
        let box = box(fields[0])
        let action = action(fields[1])
        let moment = moment(fields[2], &form)
        guard let box, let action, let moment else { return nil }
        return (box, action, moment)
    }

    private mutating func box(_ text: String) -> Int? {
        if let number = Int(text), (1...boxes).contains(number), text.count < 16 { return number }
        if let number = (1...boxes).first(where: { BoxUID.hexadecimal($0) == text.lowercased() }) { return number }
        refuse("box", "'\(text)' is no box", "write a number from 1 to \(boxes), or the UID of one of them")
        return nil
    }

    private mutating func action(_ text: String) -> Script.Action? {
        switch text {
        case "plug": return .plug
        case "unplug": return .unplug
        default:
            if let button = Int(text), (1...buttons).contains(button) { return .press(button: button) }
            refuse("button", "'\(text)' is no button", "write a number from 1 to \(buttons), or plug or unplug")
            return nil
        }
    }

    private mutating func moment(_ text: String, _ form: inout ScriptMoment.Form?) -> ScriptMoment? {
        guard let moment = ScriptMoment(text) else {
            refuse(
                "moment", "'\(text)' is no moment",
                "write YYYY-MM-DDTHH:MM[:SS] with or without an offset as +07:00, or seconds from the start as +12.5")
            return nil
        }
        if let form, form != moment.form {
            refuse("moment", "'\(text)' is not written as the moments before", "write all of them in one form")
            return nil
        }
        form = moment.form
        return moment
    }

    private mutating func refuse(_ field: String, _ why: String, _ remedy: String) {
        guard problems.count < Self.mostProblems else {
            more += 1
            return
        }
        problems.append(ScriptProblem(file: file, line: line, field: field, why: why, remedy: remedy))
    }

    private static func fields(_ text: String) -> [String] {
        let text = text.hasSuffix("\r") ? String(text.dropLast()) : text
        return text.split(separator: ",", omittingEmptySubsequences: false).map { field in
            var field = field.drop(while: \.isWhitespace)
            while field.last?.isWhitespace ?? false { field = field.dropLast() }
            let isQuoted = field.count >= 2 && field.first == "\"" && field.last == "\""
            return String(isQuoted ? field.dropFirst().dropLast() : field)
        }
    }
}
