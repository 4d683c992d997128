/// Texts below each other in a column of a letterhead or a closing.
struct PDFColumn {
    private let x: Double
    private let width: Double
    private var texts: [(y: Double, box: TextBox, tag: String)] = []
    private var lines: [(y: Double, length: Double)] = []
    /// How far down it is filled.
    private(set) var height = 0.0

    init(x: Double, width: Double) {
        self.x = x
        self.width = width
    }

    /// Adds a text below the others.
    mutating func add(
        _ text: String, _ style: TextStyle, gap: Double = 0, with setter: borrowing TypeSetter
    ) throws(PaperError) {
        let box = try setter.box(text, style, width: width)
        if style.alignment == .centre { box.balance() }
        texts.append((height + gap, box, "P"))
        height += gap + box.height
    }

    /// Adds a centred line of this part of the last text's width.
    mutating func addLine(ofWidth part: Double) {
        guard let last = texts.last else { return }
        lines.append((height + 1.5, last.box.width * part))
        height += 3
    }

    /// Leaves room down to `height`.
    mutating func leave(downTo height: Double) { self.height = max(self.height, height) }

    func draw(on canvas: borrowing PDFCanvas, y: Double) {
        for text in texts {
            canvas.tagged(text.tag) { text.box.draw(on: canvas, x: x, y: y + text.y) }
        }
        let middle = x + width / 2
        for line in lines {
            canvas.line(fromX: middle - line.length / 2, y: y + line.y, toX: middle + line.length / 2, y: y + line.y)
        }
    }
}
