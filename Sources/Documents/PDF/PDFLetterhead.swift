import Reports

/// The head of a paper in two columns: who issues it and its number; nation, motto, place and date.
struct PDFLetterhead {
    private var left: PDFColumn
    private var right: PDFColumn

    init(_ head: Letterhead, on sheet: Sheet, with setter: borrowing TypeSetter) throws(PaperError) {
        let width = sheet.textWidth * 0.41
        left = PDFColumn(x: sheet.left, width: width)
        right = PDFColumn(x: sheet.left + width, width: sheet.textWidth - width)
        if let parent = head.parent { try left.add(parent, .parent, with: setter) }
        try left.add(head.issuer, .issuer, with: setter)
        left.addLine(ofWidth: 0.4)
        try right.add(Letterhead.nation, .nation, with: setter)
        try right.add(Letterhead.motto, .motto, with: setter)
        right.addLine(ofWidth: 1)
        // Number and date stand beside each other.
        let row = max(left.height, right.height) + 6
        left.leave(downTo: row)
        right.leave(downTo: row)
        try left.add(head.number, .number, with: setter)
        if let regarding = head.regarding { try left.add(regarding, .regarding, gap: 2, with: setter) }
        try right.add(head.placeAndDate, .placeAndDate, with: setter)
    }

    var height: Double { max(left.height, right.height) }

    func draw(on canvas: borrowing PDFCanvas, y: Double) {
        left.draw(on: canvas, y: y)
        right.draw(on: canvas, y: y)
    }
}
