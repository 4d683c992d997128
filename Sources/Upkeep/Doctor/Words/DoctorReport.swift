import Foundation
import Ratings

/// The findings for programs: stable codes, and the words of every language. Encodes to JSON.
public struct DoctorReport: Encodable, Sendable {
    private let findings: [Entry]
    private let notes: [Entry]
    private let unseen: [Entry]

    /// The findings, with moments as they are read in `zone`, and `options` for our own commands.
    public init(_ findings: [Finding], zone: Zone, options: [String] = []) {
        let words = FindingWords.Language.allCases.map { ($0, FindingWords($0, zone: zone, options: options)) }
        let entries = { (isWanted: (Finding) -> Bool) in findings.filter(isWanted).map { Entry($0, words) } }
        self.findings = entries(\.isProblem)
        notes = entries { $0.kind.severity == .note }
        unseen = entries { $0.kind.severity == .unseen }
    }

    private struct Entry: Encodable, Sendable {
        var code: String
        var severity: Finding.Severity
        var subject: Subject
        var parameters: [String: Parameter]
        /// By language.
        var text: [String: String]
        var fix: Fix

        init(_ finding: Finding, _ words: [(language: FindingWords.Language, words: FindingWords)]) {
            func said(_ body: (FindingWords) -> String) -> [String: String] {
                Dictionary(uniqueKeysWithValues: words.map { ($0.language.rawValue, body($0.words)) })
            }
            code = finding.kind.rawValue
            severity = finding.kind.severity
            subject = Subject(finding.subject)
            parameters = finding.parameters.mapValues(Parameter.init)
            text = said { $0.what(finding) }
            fix = Fix(text: said { $0.mend(finding) }, commands: words.first?.words.commands(finding) ?? [])
        }
    }

    private struct Fix: Encodable, Sendable {
        var text: [String: String]
        var commands: [String]
    }

    private struct Subject: Encodable, Sendable {
        var box: String?
        var label: String?
        var counters: [String]
        var port: String?
        var place: String?

        init(_ subject: Finding.Subject) {
            (box, label, counters) = (subject.box, subject.label, subject.counters)
            (port, place) = (subject.port, subject.place)
        }
    }

    /// Numbers stay numbers; a moment is written in UTC.
    private struct Parameter: Encodable, Sendable {
        var value: Finding.Value

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch value {
            case .text(let text): try container.encode(text)
            case .count(let number): try container.encode(number)
            case .bytes(let number): try container.encode(number)
            case .moment(let instant): try container.encode(MomentText.utc(instant))
            }
        }
    }
}
