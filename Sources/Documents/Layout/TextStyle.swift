import Reports

/// How a stretch of text is set; the sizes are those of Nghị định 30/2020, in points.
struct TextStyle: Hashable {
    enum Alignment { case left, centre, right, justified }

    var size: Double
    var isBold = false
    var isItalic = false
    var alignment = Alignment.left
    /// How far the first line stands in.
    var firstLine = 0.0
    /// Distance of lines, 1 for single.
    var lineSpacing = 1.0

    static let pageNumber = TextStyle(size: 13, alignment: .centre)
    static let draftMark = TextStyle(size: 13, isBold: true, alignment: .centre)
    static let parent = TextStyle(size: 12, alignment: .centre)
    static let issuer = TextStyle(size: 12, isBold: true, alignment: .centre)
    static let nation = TextStyle(size: 12, isBold: true, alignment: .centre)
    static let motto = TextStyle(size: 13, isBold: true, alignment: .centre)
    static let number = TextStyle(size: 13, alignment: .centre)
    static let placeAndDate = TextStyle(size: 13, isItalic: true, alignment: .centre)
    static let regarding = TextStyle(size: 12, alignment: .centre)
    static let paragraph = TextStyle(
        size: 14, alignment: .justified, firstLine: Sheet.points(millimetres: 12.7), lineSpacing: 1.15)
    static let note = TextStyle(size: 10)
    static let recipientsHeading = TextStyle(size: 12, isBold: true, isItalic: true)
    static let recipients = TextStyle(size: 11)
    static let authority = TextStyle(size: 14, isBold: true, alignment: .centre)
    static let signer = TextStyle(size: 14, isBold: true, alignment: .centre)

    static func title(_ style: TitleStyle) -> TextStyle {
        switch style {
        case .kind: TextStyle(size: 14, isBold: true, alignment: .centre)
        case .subject: TextStyle(size: 13, isBold: true, alignment: .centre)
        case .attachment: TextStyle(size: 13, isItalic: true, alignment: .centre)
        case .addressee, .rule: TextStyle(size: 14, alignment: .centre)
        }
    }

    /// `I.` and `1.` are bold, `a)` is not.
    static func heading(level: Int) -> TextStyle {
        TextStyle(size: 14, isBold: level < 3, firstLine: paragraph.firstLine)
    }

    static func cell(_ alignment: PaperTable.Alignment, size: Double, isBold: Bool) -> TextStyle {
        let alignment: Alignment =
            switch alignment {
            case .left: .left
            case .centre: .centre
            case .right: .right
            }
        return TextStyle(size: size, isBold: isBold, alignment: alignment)
    }
}
