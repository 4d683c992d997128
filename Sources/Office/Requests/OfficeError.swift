/// A request that was refused, with everything that is wrong with it. Nothing was changed.
public struct OfficeError: Error, Hashable {
    /// How many findings are told one by one.
    public static let shown = 20

    /// What is wrong, in the order of files and lines; never empty.
    public var findings: [Finding]

    /// A refusal for these reasons.
    public init(_ findings: [Finding]) {
        self.findings = findings
    }

    /// A refusal for one reason.
    init(_ field: String? = nil, _ value: String? = nil, why: String, remedy: String) {
        findings = [Finding(field: field, value: value, why: why, remedy: remedy)]
    }

    /// The first 20 findings, then how many more there are.
    public var lines: [String] {
        var lines = findings.prefix(Self.shown).map(\.description)
        let rest = findings.count - Self.shown
        if rest > 0 { lines.append("… and \(rest) more; nothing was changed.") }
        return lines
    }
}

extension OfficeError: CustomStringConvertible {
    /// One finding a line.
    public var description: String { lines.joined(separator: "\n") }
}
