import Foundation

/// How a month's whole report is made of its figures. It is frozen with them, so that what is issued is what was signed.
public struct ReportManner: Codable, Hashable, Sendable {
    /// The manner of the sentence about ratings.
    public var sentence: SentencePreset
    /// The centre's own template, a DOCX; nil for that of the program.
    public var template: Data?

    /// A manner.
    public init(sentence: SentencePreset, template: Data?) {
        self.sentence = sentence
        self.template = template
    }
}
