import Ratings

extension ReportField {
    /// Texts by their fields; a name that is no field's is left out.
    public static func texts(_ named: [String: String]) -> [ReportField: String] {
        var texts: [ReportField: String] = [:]
        for (name, text) in named {
            if let field = ReportField(rawValue: name) { texts[field] = text }
        }
        return texts
    }
}

extension Directory {
    /// What persons wrote into the report of a period, by the names of its fields.
    public func writtenTexts(of period: String) -> [String: String] { texts[period]?.texts ?? [:] }

    /// What they wrote into the latest report before it, by the names of its fields.
    public func lastTexts(before period: String) -> [String: String] {
        texts.keys.filter { $0 < period }.max().map(writtenTexts) ?? [:]
    }
}
