import Ratings

extension UnitNotice {
    /// The notice as a công văn; moments are those of `zone`.
    public func paper(_ settings: PaperSettings, zone: Zone, made: Instant) -> Paper {
        var blocks: [Block] = [
            .letterhead(settings.letterhead(regarding: subject)), .title(addressee, .addressee), .paragraph(opening),
        ]
        if let ratings {
            var table = sheet(in: zone).paperTable
            // The citizen's own words need the room.
            for (column, weight) in [0.8, 2, 2.2, 3, 4, 2.2].enumerated() { table.columns[column].weight = weight }
            blocks += [.paragraph(ratings), .table(table)]
        }
        blocks += [dossiers, closing].compactMap(\.self).map { .paragraph($0) }
        blocks.append(.closing(settings.closing))
        return Paper(
            title: "\(subject), \(unitName)", author: settings.issuer, made: made, state: settings.state,
            parts: [Paper.Part(name: "Công văn", blocks: blocks)])
    }
}

extension PaperSettings {
    /// The same around a notice to one unit. What was asked for holds; else its sign is the report's without the kind,
    /// since a công văn has none, and it goes to nobody else than that unit.
    public func ofNotice(sign asked: String? = nil, recipients: [String] = []) -> PaperSettings {
        var settings = self
        settings.sign = asked ?? (sign.hasPrefix("BC-") ? String(sign.dropFirst(3)) : sign)
        settings.recipients = recipients.isEmpty ? ["- Như trên;", "- Lưu: VT."] : recipients
        return settings
    }
}
