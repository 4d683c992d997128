/// The headers that every section uses: the page number, centred, on all pages but the first; a draft's mark on each.
enum DOCXHeader: String, CaseIterable {
    case page = "default"
    case firstPage = "first"

    /// From the page's edge, in millimetres: a number stands in the middle of the margin, and a mark below it still fits.
    static let distance = 7.5
    static let draftMark = "DỰ THẢO"
    static let contentType = DOCXPackage.wordType + "header+xml"
    static let linkType = DOCXPackage.links + "/header"

    var file: String { self == .page ? "header-hailong.xml" : "header-hailong-first.xml" }

    /// Of the link from the document.
    var id: String { self == .page ? "hailongHeader" : "hailongFirstHeader" }

    /// The header's file; `mark` is what a draft says of itself.
    func element(mark: String?) -> Element {
        let number: [Element] =
            self == .page
            ? [
                .run([Element("w:fldChar", ["w:fldCharType": "begin"])]),
                .run([Element("w:instrText", ["xml:space": "preserve"], text: " PAGE ")]),
                .run([Element("w:fldChar", ["w:fldCharType": "separate"])]),
                .run([.text("2")]),
                .run([Element("w:fldChar", ["w:fldCharType": "end"])]),
            ] : []
        return Element(
            "w:hdr", ["xmlns:w": DOCXPackage.main, "xmlns:r": DOCXPackage.links],
            (number.isEmpty && mark != nil ? [] : [.paragraph(.header, number)])
                + (mark.map { [.paragraph(.draftMark, $0)] } ?? []))
    }

    /// What a section says of this header.
    var reference: Element { Element("w:headerReference", ["w:type": rawValue, "r:id": id]) }
}
