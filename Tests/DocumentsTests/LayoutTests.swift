import Reports
import Testing

@testable import Documents

@Suite("Layout")
struct LayoutTests {
    private func widths(
        _ weights: [Double], _ minimums: [Double], _ maximums: [Double] = [.infinity, .infinity, .infinity]
    ) -> [Double]? {
        ColumnFit.widths(weights: weights, minimums: minimums, maximums: maximums, within: 100)
    }

    @Test("columns share the width by weight; a narrow one takes what its words need from the others")
    func columns() {
        #expect(widths([1, 3], [0, 0]) == [25, 75])
        #expect(widths([1, 3], [40, 0]) == [40, 60])
        // The second is too narrow only once the first has taken its part.
        #expect(widths([1, 4, 5], [40, 30, 10]) == [40, 30, 30])
        #expect(widths([1, 1], [60, 60]) == nil)
        #expect(widths([1, 1], [60, 40]) == [60, 40])
    }

    @Test("a column that is wider than its longest name gives the rest to the others, unless none would take it")
    func wideColumns() {
        #expect(widths([3, 1, 1], [0, 0, 0], [30, .infinity, .infinity]) == [30, 35, 35])
        #expect(widths([3, 1, 1], [40, 0, 0], [30, .infinity, .infinity]) == [40, 30, 30])
        #expect(widths([2, 2, 1], [0, 0, 0], [30, 35, .infinity]) == [30, 35, 35])
        #expect(widths([1, 1], [0, 0], [10, 20]) == [50, 50])
    }

    @Test("a weight that is no positive number counts as 1, and every width is a number")
    func hostileWeights() {
        let unbounded = Array(repeating: Double.infinity, count: 4)
        #expect(widths([0, 0], [0, 0]) == [50, 50])
        #expect(widths([.nan, -3, .infinity, 0], [0, 0, 0, 0], unbounded) == [25, 25, 25, 25])
        let huge = widths([.greatestFiniteMagnitude, 1], [0, 0]) ?? [.nan]
        #expect(huge.allSatisfy { $0 >= 0 && $0 <= 100 })
        #expect(ColumnFit.broken(words: [0], numbers: [0], within: 0) == [0])
        let columns = [Double.nan, 0].map { PaperTable.Column(weight: $0, alignment: .right) }
        let table = PaperTable(columns: columns, heading: [], rows: [.init(.entry, [.init(.empty), .init(.empty)])])
        #expect(table.widths(of: 100, perPoint: 1) == [50, 50])
    }

    @Test("no span takes a heading's cell below its last row, or makes its place uncountable")
    func hostileHeading() {
        let grid = HeadingGrid([[.init("a", columns: .max, rows: .max), .init("b", columns: -1, rows: 0)]])
        #expect(grid.cells.map(\.rows) == [0..<1, 0..<1])
        #expect(grid.cells.map(\.column) == [0, HeadingGrid.mostColumns + 1])
    }

    @Test("where words are too wide they are broken, the widest first, and numbers never are")
    func broken() {
        #expect(ColumnFit.broken(words: [30, 400, 20], numbers: [30, 5, 20], within: 100) == [30, 50, 20])
        #expect(ColumnFit.broken(words: [60, 400, 20], numbers: [10, 0, 20], within: 100) == [45, 35, 20])
        #expect(ColumnFit.broken(words: [60, 60], numbers: [60, 60], within: 60) == [30, 30])
    }

    @Test("a text is balanced to lines of about one length, and takes no more of them")
    func balanced() {
        let (parent, room) = ("VĂN PHÒNG UBND TỈNH SÓC TRĂNG", 16.4)
        let width = TimesWidth.balanced(parent, within: room)
        #expect(TimesWidth.lines(parent, within: room) == 2 && TimesWidth.lines(parent, within: width) == 2)
        #expect(abs(width - TimesWidth.ems("VĂN PHÒNG UBND")) < 0.02)
        #expect(TimesWidth.balanced("UBND TỈNH", within: room) == room)
    }

    @Test("a cell below one that spans rows stands in the next free column")
    func headingGrid() {
        let grid = HeadingGrid(PaperSamples.spanned.heading)
        #expect(grid.rowCount == 2)
        #expect(grid.cells.map(\.column) == [0, 1, 2, 5, 2, 3, 4])
        #expect(grid.cells.map(\.row) == [0, 0, 0, 0, 1, 1, 1])
    }

    @Test("a heading over two rows stretches the last of them")
    func headingHeights() {
        let grid = HeadingGrid([[.init("a", rows: 2), .init("b")], [.init("c")]])
        #expect(grid.rowHeights(needed: [50, 10, 15]) == [10, 40])
        #expect(grid.rowHeights(needed: [20, 10, 15]) == [10, 15])
    }

    @Test("a piece that does not fit begins a page, without the room above it")
    func breaks() {
        let pages = PageFlow.pages(
            [.init(height: 60, gap: 5), .init(height: 30, gap: 5), .init(height: 20, gap: 5)], height: 100)
        #expect(pages == [[.init(piece: 0, y: 0), .init(piece: 1, y: 65)], [.init(piece: 2, y: 0)]])
    }

    @Test("pieces that stay together go over the page together")
    func together() {
        let pages = PageFlow.pages(
            [
                .init(height: 50), .init(height: 30, staysWithNext: true), .init(height: 30, staysWithNext: true),
                .init(height: 10),
            ],
            height: 100)
        #expect(pages.map { $0.map(\.piece) } == [[0], [1, 2, 3]])
    }

    @Test("a heading is repeated above the first row of a page, and takes its room")
    func repeats() {
        let rows = Array(repeating: PageFlow.Piece(height: 30, heading: 20), count: 5)
        let pages = PageFlow.pages([.init(height: 20, staysWithNext: true)] + rows, height: 100)
        #expect(pages.map { $0.map(\.piece) } == [[0, 1, 2], [3, 4], [5]])
        #expect(pages[1].first == .init(piece: 3, y: 20, repeatsHeading: true))
        #expect(pages[1].last == .init(piece: 4, y: 50))
    }

    @Test("what stays together and is higher than a page is broken up all the same")
    func tooMuchTogether() {
        let pages = PageFlow.pages(Array(repeating: .init(height: 40, staysWithNext: true), count: 5), height: 100)
        #expect(pages.map { $0.map(\.piece) } == [[0, 1], [2, 3], [4]])
    }

    @Test("no piece is lost, doubled or set beyond its page, whatever the heights")
    func allPlaced() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let pieces = (0..<40).map { _ in
                PageFlow.Piece(
                    height: .random(in: 5...60, using: &random), gap: .random(in: 0...8, using: &random),
                    staysWithNext: .random(using: &random), heading: Bool.random(using: &random) ? 30 : 0)
            }
            let pages = PageFlow.pages(pieces, height: 100)
            #expect(pages.joined().map(\.piece) == Array(0..<40), "\(pieces)")
            for page in pages {
                var bottom = 0.0
                for place in page {
                    #expect(place.y >= bottom, "\(pieces)")
                    bottom = place.y + pieces[place.piece].height
                }
                #expect(bottom <= 100, "\(pieces)")
            }
        }
    }

    @Test("words go on a line until it is full, and only one that is wider than a line is broken")
    func lines() {
        let two = "nn nn"
        #expect(TimesWidth.lines("", within: 1) == 1)
        #expect(TimesWidth.lines(two, within: TimesWidth.ems(two)) == 1)
        #expect(TimesWidth.lines(two, within: TimesWidth.ems(two) - 0.01) == 2)
        #expect(TimesWidth.lines("nn nn nn", within: TimesWidth.ems(two)) == 2)
        #expect(TimesWidth.lines("nnnn", within: TimesWidth.ems("nnn")) == 2)
    }

    @Test("the closer the rows, the less room and the smaller the text, never below 11 points")
    func densities() {
        let (sizes, paddings) = (TableDensity.allCases.map(\.size), TableDensity.allCases.map(\.padding))
        #expect(sizes == sizes.sorted(by: >) && paddings == paddings.sorted(by: >))
        #expect(sizes.allSatisfy { $0 >= 11 })
    }

    @Test("the margins are within the decree's")
    func margins() {
        #expect((20...25).contains(Sheet.Margin.top) && (20...25).contains(Sheet.Margin.bottom))
        #expect((30...35).contains(Sheet.Margin.left) && (15...20).contains(Sheet.Margin.right))
        #expect(Sheet(.landscape).textWidth > Sheet(.landscape).textHeight)
    }
}
