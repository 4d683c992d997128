/// One thing that stands on a paper.
public enum Block: Hashable, Sendable {
    /// Quốc hiệu, tiêu ngữ, issuing bodies, number, place and date.
    case letterhead(Letterhead)
    /// A centred line of a title; lines of one style below each other are one title.
    case title(String, TitleStyle)
    /// A heading of the body: level 1 is `I.`, 2 is `1.`, 3 is `a)`; the text holds its own number.
    case heading(String, level: Int)
    /// A justified paragraph, its first line in.
    case paragraph(String)
    /// A table.
    case table(PaperTable)
    /// A heat map; where a form cannot draw one, its table is written.
    case heatMap(HeatMap)
    /// What must be known beside a table, one line each, in small print; a line that begins with two spaces stands in.
    case notes([String])
    /// Nơi nhận and the signature block.
    case closing(Closing)
}

/// How a centred line of a title is set, with the sizes of the decree.
public enum TitleStyle: String, Hashable, Sendable, CaseIterable {
    /// "BÁO CÁO", "Phụ lục II": 14 bold.
    case kind
    /// What the paper is about, an annex's title: 13 to 14 bold.
    case subject
    /// "(Kèm theo Báo cáo số …)": 14 italic.
    case attachment
    /// "Kính gửi: …" of a công văn: 14 regular.
    case addressee
    /// A short line below a subject, a third to a half of the text's length; its text is empty.
    case rule
}
