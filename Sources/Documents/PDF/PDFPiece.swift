/// What stands on a page as a whole: its measures for the flow, and how it is drawn.
struct PDFPiece {
    /// Draws with the upper edge at this height.
    typealias Drawing = (borrowing PDFCanvas, Double) -> Void

    /// The element of the file's structure that a piece is in; pieces of one text share it on each page.
    struct Element: Hashable {
        var tag: String
        var text: Int
    }

    var flow: PageFlow.Piece
    /// The element around it; nil where the drawing opens its own.
    var element: Element?
    /// An element that begins with this piece and goes on over pages.
    var opens: String?
    /// An element that ends with this piece.
    var closes: String?
    /// Draws it.
    var draw: Drawing
    /// Draws the heading that is repeated above it where it begins a page; that is not part of the structure.
    var drawHeading: Drawing?

    init(_ flow: PageFlow.Piece, in element: Element? = nil, draw: @escaping Drawing) {
        self.flow = flow
        self.element = element
        self.draw = draw
    }
}
