import Reports

/// The pieces of one part of a paper, from top to bottom.
struct PDFPart {
    let sheet: Sheet
    private(set) var pieces: [PDFPiece] = []

    /// Measures all that stands in `part`; tables that miss one page by little are set closer.
    /// - Throws: `PaperError`.
    init(_ part: Paper.Part, with setter: borrowing TypeSetter) throws(PaperError) {
        var best = try PDFPart(part, .roomy, with: setter)
        if best.pages.count == 2, !part.tables.isEmpty {
            for density in TableDensity.allCases.dropFirst() where best.pages.count > 1 {
                let closer = try PDFPart(part, density, with: setter)
                if closer.pages.count == 1 { best = closer }
            }
        }
        self = best
    }

    /// The pieces on their pages.
    var pages: [[PageFlow.Place]] { PageFlow.pages(pieces.map(\.flow), height: sheet.textHeight) }

    private init(
        _ part: Paper.Part, _ density: TableDensity, with setter: borrowing TypeSetter
    ) throws(PaperError) {
        sheet = Sheet(part.orientation)
        var titleWidth = 0.0
        for block in part.blocks {
            switch block {
            case .letterhead(let letterhead): try add(letterhead, setter)
            case .title("", .rule): addRule(below: titleWidth)
            case .title(let text, let style): titleWidth = try add(title: text, style, setter)
            case .heading(let text, let level):
                try add(text, .heading(level: level), tag: "H\(min(level + 1, 6))", gap: 8, staysWithNext: true, setter)
            case .paragraph(let text): try add(text, .paragraph, tag: "P", gap: 6, setter)
            case .table(let table):
                pieces += try PDFTable(table, on: sheet, density, with: setter).pieces(gap: 10, with: setter)
            case .heatMap(let map):
                pieces += try PDFTable(map.table, on: sheet, density, with: setter).pieces(gap: 10, with: setter) {
                    map.grey(row: $0, column: $1 - 1)
                }
            case .notes(let lines):
                for (index, line) in lines.enumerated() { try add(note: line, gap: index == 0 ? 8 : 1, setter) }
            case .closing(let closing): try add(closing, setter)
            }
        }
    }

    // MARK: Running text

    /// Adds each line as a piece; the first and the last line of a text are never alone on a page.
    private mutating func add(
        _ text: String, _ style: TextStyle, tag: String, gap: Double, staysWithNext: Bool = false,
        _ setter: borrowing TypeSetter
    ) throws(PaperError) {
        let lines = try setter.box(text, style, width: sheet.textWidth).lines()
        let (element, left) = (PDFPiece.Element(tag: tag, text: pieces.count), sheet.left)
        for (index, line) in lines.enumerated() {
            let isEdge = lines.count > 1 && (index == 0 || index == lines.count - 2)
            let flow = PageFlow.Piece(
                height: line.height, gap: index == 0 ? gap : 0, staysWithNext: staysWithNext || isEdge)
            pieces.append(PDFPiece(flow, in: element) { canvas, y in line.draw(on: canvas, x: left, y: y) })
        }
    }

    /// Adds a centred title in lines of about one length.
    /// - Returns: the width of its longest line.
    private mutating func add(
        title: String, _ style: TitleStyle, _ setter: borrowing TypeSetter
    ) throws(PaperError) -> Double {
        let box = try setter.box(title, .title(style), width: sheet.textWidth)
        if style != .attachment { box.balance() }
        let gap =
            switch style {
            case .kind: pieces.isEmpty ? 0.0 : 14
            case .addressee: 18.0
            case .subject, .attachment, .rule: 3.0
            }
        let tag = style == .kind ? "H1" : style == .subject ? "H2" : "P"
        let flow = PageFlow.Piece(height: box.height, gap: gap, staysWithNext: true)
        // Lines of one title are one heading.
        let above = style == .subject && pieces.last?.element?.tag == tag ? pieces.last?.element : nil
        let blank = try setter.box(" ", .title(style))
        let left = sheet.left
        pieces.append(
            PDFPiece(flow, in: above ?? .init(tag: tag, text: pieces.count)) { canvas, y in
                // Who copies the heading, or hears it, gets its words apart.
                if above != nil { blank.draw(on: canvas, x: left, y: y) }
                box.draw(on: canvas, x: left, y: y)
            })
        return box.width
    }

    /// A line of two fifths of the title's length.
    private mutating func addRule(below width: Double) {
        let middle = sheet.left + sheet.textWidth / 2
        pieces.append(
            PDFPiece(.init(height: 6, staysWithNext: true)) { canvas, y in
                canvas.line(fromX: middle - width / 5, y: y + 4, toX: middle + width / 5, y: y + 4)
            })
    }

    /// A line that begins with two spaces stands in.
    private mutating func add(note: String, gap: Double, _ setter: borrowing TypeSetter) throws(PaperError) {
        let inset = note.hasPrefix("  ") ? 12.0 : 0
        let box = try setter.box(
            note.trimmingPrefix { $0 == " " }.description, .note, width: sheet.textWidth - inset)
        let x = sheet.left + inset
        pieces.append(
            PDFPiece(.init(height: box.height, gap: gap), in: .init(tag: "P", text: pieces.count)) { canvas, y in
                box.draw(on: canvas, x: x, y: y)
            })
    }

    // MARK: Head and end of a paper

    private mutating func add(_ letterhead: Letterhead, _ setter: borrowing TypeSetter) throws(PaperError) {
        let head = try PDFLetterhead(letterhead, on: sheet, with: setter)
        pieces.append(PDFPiece(.init(height: head.height)) { canvas, y in head.draw(on: canvas, y: y) })
    }

    private mutating func add(_ closing: Closing, _ setter: borrowing TypeSetter) throws(PaperError) {
        guard !closing.isEmpty else { return }
        let end = try PDFClosing(closing, on: sheet, with: setter)
        // Names never stand alone on a page.
        if !pieces.isEmpty { pieces[pieces.count - 1].flow.staysWithNext = true }
        pieces.append(PDFPiece(.init(height: end.height, gap: 16)) { canvas, y in end.draw(on: canvas, y: y) })
    }
}

extension HeatMap {
    /// The grey behind a cell of the table: black letters stay readable on the darkest, which is as dark as newsprint;
    /// nil for names and sums.
    func grey(row: Int, column: Int) -> Double? {
        guard rows.indices.contains(row), columns.indices.contains(column) else { return nil }
        return 1 - 0.45 * shade(row: row, column: column)
    }
}
