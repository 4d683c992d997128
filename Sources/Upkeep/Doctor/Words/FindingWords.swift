import Foundation
import Ratings

/// Says findings in one language.
public struct FindingWords: Sendable {
    /// The languages there are.
    public enum Language: String, Sendable, CaseIterable {
        /// Vietnamese.
        case vietnamese = "vi"
        /// English.
        case english = "en"
    }

    private let language: Language
    private let zone: Zone
    private let options: [String]

    /// Words in `language`, with moments as they are read in `zone`, and with the options that our own commands need
    /// here to find data folder and settings.
    public init(_ language: Language, zone: Zone, options: [String] = []) {
        self.language = language
        self.zone = zone
        self.options = options
    }

    /// What is wrong and where, as one sentence.
    public func what(_ finding: Finding) -> String {
        let text = Self.fill(phrase(finding).what) { parameter($0, of: finding) }
        let place = place(finding.subject)
        return place.isEmpty ? text : "\(place): \(text)"
    }

    /// What to do about it; the commands come after it.
    public func mend(_ finding: Finding) -> String {
        Self.fill(phrase(finding).mend) { parameter($0, of: finding) }
    }

    /// The commands that mend it, in their order, ready for a shell.
    public func commands(_ finding: Finding) -> [String] {
        let ours = options.map { " " + Self.quoted($0) }.joined()
        return finding.kind.commands.map { command in
            Self.fill(command) { $0 == "options" ? ours : Self.quoted(parameter($0, of: finding)) }
        }
    }

    private func phrase(_ finding: Finding) -> Phrase {
        language == .vietnamese ? finding.kind.vietnamese : finding.kind.english
    }

    /// "Thiết bị B01 (Quầy số 1), cổng /dev/ttyUSB0, ổ cắm pci-…-usb-0:2:1.0", as far as known.
    private func place(_ subject: Finding.Subject) -> String {
        let isVietnamese = language == .vietnamese
        var parts: [String] = []
        if let box = subject.box {
            let nowhere = isVietnamese ? "chưa có vị trí" : "no counter"
            let counters = subject.counters.isEmpty ? nowhere : subject.counters.joined(separator: ", ")
            parts.append("\(isVietnamese ? "thiết bị" : "box") \(subject.label ?? box) (\(counters))")
        }
        if let port = subject.port { parts.append("\(isVietnamese ? "cổng" : "port") \(port)") }
        if let place = subject.place { parts.append("\(isVietnamese ? "ổ cắm" : "socket") \(place)") }
        let text = Self.printable(parts.joined(separator: ", "))
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Puts words into the places of a template; what stands in such a word is never taken for a place.
    private static func fill(_ template: String, _ word: (String) -> String) -> String {
        var (text, rest) = ("", Substring(template))
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open] + word(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    private func parameter(_ name: String, of finding: Finding) -> String {
        finding.parameters[name].map(value) ?? "?"
    }

    private func value(_ value: Finding.Value) -> String {
        switch value {
        case .text(let text): Self.printable(text)
        case .count(let number): grouped(number)
        case .bytes(let number): "\(grouped(Int(clamping: number >> 20))) MiB"
        case .moment(let instant): moment(instant)
        }
    }

    private func grouped(_ number: Int) -> String {
        let separator: Character = language == .vietnamese ? "." : ","
        var text = ""
        for (index, digit) in String(number.magnitude).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(separator) }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + String(text.reversed())
    }

    private func moment(_ instant: Instant) -> String {
        let (day, time) = (zone.day(of: instant), zone.dayTime(of: instant))
        return language == .vietnamese ? "\(time) ngày \(day.vietnamese)" : "\(day) \(time)"
    }

    /// Names come from outside: a serial number must not steer the terminal that shows it, nor begin a line.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                        "\u{FFFD}"
                    default: scalar
                    }
                }))
    }

    /// A word as a shell takes it.
    private static func quoted(_ text: String) -> String {
        let plain = { (c: Character) in c.isASCII && (c.isLetter || c.isNumber || "/._-:@+=,".contains(c)) }
        if !text.isEmpty, text.allSatisfy(plain) { return text }
        return "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
