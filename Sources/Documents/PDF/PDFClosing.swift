import Reports

/// The end of a paper in two columns: who gets it; who signs.
struct PDFClosing {
    /// Room for signature and seal.
    private static let signature = 75.0

    private var left: PDFColumn
    private var right: PDFColumn

    init(_ closing: Closing, on sheet: Sheet, with setter: borrowing TypeSetter) throws(PaperError) {
        let half = sheet.textWidth / 2
        left = PDFColumn(x: sheet.left, width: half)
        right = PDFColumn(x: sheet.left + half, width: half)
        if !closing.recipients.isEmpty { try left.add("Nơi nhận:", .recipientsHeading, with: setter) }
        for line in closing.recipients { try left.add(line, .recipients, with: setter) }
        for line in closing.authority { try right.add(line, .authority, with: setter) }
        if closing.isSigned { right.leave(downTo: right.height + Self.signature) }
        if let signer = closing.signer { try right.add(signer, .signer, with: setter) }
    }

    var height: Double { max(left.height, right.height) }

    func draw(on canvas: borrowing PDFCanvas, y: Double) {
        left.draw(on: canvas, y: y)
        right.draw(on: canvas, y: y)
    }
}
