import CPango
import Foundation
import Ratings
import Reports

/// Writes a paper as PDF by Pango and Cairo: fonts embedded, tagged, the same bytes for the same paper.
enum PDFWriter {
    /// The file.
    /// - Throws: `PaperError`.
    static func bytes(of paper: Paper) throws(PaperError) -> Data {
        let canvas = PDFCanvas(Sheet(paper.parts.first?.orientation ?? .portrait))
        let setter = try TypeSetter(for: canvas)
        canvas.set(CAIRO_PDF_METADATA_TITLE, paper.title)
        canvas.set(CAIRO_PDF_METADATA_AUTHOR, paper.author)
        // Without it the library takes the machine's clock.
        canvas.set(CAIRO_PDF_METADATA_CREATE_DATE, MomentText.utc(paper.made))
        let parts = try Self.parts(of: paper, setter)
        let last = parts.count - 1
        var pageCount = 0
        for (number, part) in parts.enumerated() {
            let pages = part.pages
            if last > 0 { canvas.bookmark(paper.parts[number].name, page: pageCount + 1) }
            for (index, places) in pages.enumerated() {
                canvas.beginPage(part.sheet, label: String(index + 1))
                // A page's size ends what was opened before; a document that ends behind the last page makes another.
                if pageCount == 0 { canvas.open("Document") }
                if paper.state == .draft { try drawDraftMark(on: canvas, part.sheet, setter) }
                if index > 0 { try draw(pageNumber: index + 1, on: canvas, part.sheet, setter) }
                draw(places, of: part, on: canvas)
                pageCount += 1
                if number == last, index == pages.count - 1 { canvas.close("Document") }
                canvas.endPage()
            }
        }
        return try canvas.finish()
    }

    private static func parts(of paper: Paper, _ setter: borrowing TypeSetter) throws(PaperError) -> [PDFPart] {
        var parts: [PDFPart] = []
        for part in paper.parts { parts.append(try PDFPart(part, with: setter)) }
        return parts
    }

    private static func draw(_ places: [PageFlow.Place], of part: PDFPart, on canvas: borrowing PDFCanvas) {
        var element: PDFPiece.Element?
        for place in places {
            let piece = part.pieces[place.piece]
            if piece.element != element {
                if let element { canvas.close(element.tag) }
                element = piece.element
                if let element { canvas.open(element.tag) }
            }
            if let tag = piece.opens { canvas.open(tag) }
            let y = part.sheet.top + place.y
            if place.repeatsHeading { piece.drawHeading?(canvas, y - piece.flow.heading) }
            piece.draw(canvas, y)
            if let tag = piece.closes { canvas.close(tag) }
        }
        if let element { canvas.close(element.tag) }
    }

    /// In the middle of the upper margin.
    private static func draw(
        pageNumber: Int, on canvas: borrowing PDFCanvas, _ sheet: Sheet, _ setter: borrowing TypeSetter
    ) throws(PaperError) {
        let number = try setter.box(String(pageNumber), .pageNumber, width: sheet.textWidth)
        number.draw(on: canvas, x: sheet.left, y: (sheet.top - number.height) / 2)
    }

    /// In a frame at the right of the upper margin.
    private static func drawDraftMark(
        on canvas: borrowing PDFCanvas, _ sheet: Sheet, _ setter: borrowing TypeSetter
    ) throws(PaperError) {
        let mark = try setter.box("DỰ THẢO", .draftMark)
        let (padding, right) = (4.0, sheet.left + sheet.textWidth)
        let (x, y) = (right - mark.width - padding, (sheet.top - mark.height) / 2)
        canvas.frame(
            x: x - padding, y: y - padding / 2, width: mark.width + 2 * padding, height: mark.height + padding)
        mark.draw(on: canvas, x: x, y: y)
    }
}
