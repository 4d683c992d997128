import Ratings

/// Which values a setting may take, and for what it can be set.
enum SettingRule {
    /// What is wrong with the setting's value or scope; nil where it is right.
    static func problem(_ setting: Setting, in directory: Directory) -> (field: String, why: String, remedy: String)? {
        if let problem = scopeProblem(setting, in: directory) { return problem }
        let value = setting.value
        let needed: String? =
            switch setting.name {
            case .minimumInterval: isNumber(value, upTo: 3600) ? nil : "seconds from 0 to 3600"
            case .invitationWindow: isNumber(value, from: 1, upTo: 3600) ? nil : "seconds from 1 to 3600"
            case .correctionTime: isNumber(value, upTo: 600) ? nil : "seconds from 0 to 600"
            case .mode: ["open", "invited"].contains(value) ? nil : "'open' or 'invited'"
            case .hours: ["ignore", "enforce"].contains(value) ? nil : "'ignore' or 'enforce'"
            case .closingGrace: isInteger(value, in: 0...600) ? nil : "whole minutes from 0 to 600"
            case .scale: directory.scales.all(value).isEmpty ? "the code of a scale in scales.csv" : nil
            case .periodFirstDay: isInteger(value, in: 1...28) ? nil : "a day of the month from 1 to 28"
            case .decimals: isInteger(value, in: 0...4) ? nil : "a number of decimals from 0 to 4"
            case .zone: Zone(name: value) == nil ? "an IANA time zone, e.g. Asia/Ho_Chi_Minh" : nil
            }
        return needed.map { ("value", "no value for \(setting.name.rawValue)", "Give \($0).") }
    }

    private static func scopeProblem(
        _ setting: Setting, in directory: Directory
    ) -> (field: String, why: String, remedy: String)? {
        let name = setting.name.rawValue
        switch setting.scope {
        case .centre: return nil
        case .counter(let code):
            if [.zone, .decimals, .periodFirstDay].contains(setting.name) {
                return ("scope", "\(name) holds for the whole centre", "Leave the scope empty.")
            }
            guard directory.counters.all(code).isEmpty else { return nil }
            return ("scope", "there is no counter \(code)", "Name a counter of counters.csv.")
        case .box(let uid):
            guard [.minimumInterval, .scale].contains(setting.name) else {
                return ("scope", "\(name) cannot be set for a box", "Set it for its counter or for the centre.")
            }
            guard directory.boxes[uid] == nil else { return nil }
            return ("scope", "there is no box \(uid)", "Register it first, or name a box of boxes.csv.")
        }
    }

    private static func isInteger(_ text: String, in range: ClosedRange<Int>) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) } && Int(text).map(range.contains) == true
    }

    private static func isNumber(_ text: String, from least: Double = 0, upTo most: Double) -> Bool {
        let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
        // Three decimals may be thousands: 4.052 is refused, as in every column of numbers.
        let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        guard isPlain, decimals <= 2, let value = Double(text) else { return false }
        return (least...most).contains(value)
    }
}
