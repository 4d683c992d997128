/// What the elements of a Word document mean to a paper: those that it can print or that print nothing are listed here, and
/// whatever is not listed only Word can set.
enum WordMarkup {
    /// These only hold others.
    static let containers: Set<String> = [
        "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:dir", "w:bdo",
    ]

    /// These print nothing: properties, marks of places, and what was deleted or moved away with its tracks kept.
    static let unprinted: Set<String> = [
        "w:pPr", "w:rPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr",
        "w:customXmlPr", "w:smartTagPr", "w:proofErr", "w:softHyphen", "w:lastRenderedPageBreak", "w:bookmarkStart",
        "w:bookmarkEnd", "w:permStart", "w:permEnd", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference",
        "w:del", "w:delText", "w:delInstrText", "w:moveFrom", "w:moveFromRangeStart", "w:moveFromRangeEnd",
        "w:moveToRangeStart", "w:moveToRangeEnd", "w:customXmlInsRangeStart", "w:customXmlInsRangeEnd",
        "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd", "w:customXmlMoveFromRangeStart",
        "w:customXmlMoveFromRangeEnd", "w:customXmlMoveToRangeStart", "w:customXmlMoveToRangeEnd",
    ]

    /// What an element that is in neither list is to whoever mends a template, in Vietnamese.
    static func name(of element: Element) -> String {
        switch element.name {
        case "w:drawing", "w:pict", "w:object", "mc:AlternateContent": "hình hoặc hộp văn bản"
        case "w:sym": "ký hiệu chèn từ phông chữ"
        case "m:oMath", "m:oMathPara": "công thức"
        case "w:footnoteReference", "w:endnoteReference": "chú thích cuối trang"
        case "w:altChunk", "w:subDoc": "nội dung của tệp khác"
        default: "thành phần \(element.name)"
        }
    }

    static let hidden = "chữ ẩn"
    static let tracked = "thay đổi đang theo dõi (Track Changes)"
}

extension Element {
    /// Whether a property that is there is on.
    var isOn: Bool { !["0", "false", "off"].contains(self["w:val"]) }

    /// Whether a property among these is there and on.
    func isOn(_ property: String) -> Bool { first(property)?.isOn ?? false }
}
