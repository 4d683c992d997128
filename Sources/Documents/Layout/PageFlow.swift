/// Where pages break. Pieces are never split; heights are in points.
enum PageFlow {
    /// Something that stands on one page as a whole.
    struct Piece: Hashable {
        /// Its height.
        var height: Double
        /// The room above it; none at the top of a page.
        var gap = 0.0
        /// Not the last on its page.
        var staysWithNext = false
        /// Height of the heading that is repeated above it where it is the first on a page; 0 for none.
        var heading = 0.0
    }

    /// A piece on a page.
    struct Place: Hashable {
        /// Its index.
        var piece: Int
        /// Its upper edge, from the top of the text.
        var y: Double
        /// Whether the heading stands above it again.
        var repeatsHeading = false
    }

    /// The pieces on their pages. Pieces that stay together and are higher than a page are broken up all the same.
    static func pages(_ pieces: [Piece], height: Double) -> [[Place]] {
        var pages: [[Place]] = [[]]
        var filled = 0.0
        func turn() {
            pages.append([])
            filled = 0
        }
        func needed(_ piece: Piece) -> Double { (filled == 0 ? piece.heading : piece.gap) + piece.height }
        func place(_ index: Int) {
            let piece = pieces[index]
            let isFirst = filled == 0
            let y = filled + (isFirst ? piece.heading : piece.gap)
            pages[pages.count - 1].append(Place(piece: index, y: y, repeatsHeading: isFirst && piece.heading > 0))
            filled = y + piece.height
        }
        var start = 0
        while start < pieces.count {
            let end = pieces[start...].firstIndex { !$0.staysWithNext } ?? pieces.count - 1
            let rest = start < end ? pieces[(start + 1)...end].reduce(0) { $0 + $1.gap + $1.height } : 0
            if filled > 0, filled + needed(pieces[start]) + rest > height { turn() }
            for index in start...end {
                if filled > 0, filled + needed(pieces[index]) > height { turn() }
                place(index)
            }
            start = end + 1
        }
        return pages
    }
}
