import Ratings

/// An official paper as a value: what it says and how it is laid out, whatever it is written in (PDF, DOCX, XLSX, HTML).
///
/// The layout follows Phụ lục I of Nghị định 30/2020/NĐ-CP; the writers in `Documents` know its sizes, this knows its
/// words and their order.
public struct Paper: Hashable, Sendable {
    /// Where a paper stands on its way to being issued.
    public enum State: String, Codable, Hashable, Sendable {
        /// Dự thảo: marked so, its figures may still change.
        case draft
        /// Trình ký: the figures are frozen; number and date are left open, since one signs first and the clerk numbers.
        case forSignature = "for_signature"
        /// Đã ban hành: number, date and signer are known.
        case issued
    }

    /// A stretch of pages of one orientation, numbered from 1 with the first number hidden: the body, or an annex.
    public struct Part: Hashable, Sendable {
        /// Name of the part: a sheet's name, a bookmark. At most 31 characters, without `[]:*?/\`.
        public var name: String
        /// How the A4 pages lie.
        public var orientation: Orientation
        /// What stands in it, from top to bottom.
        public var blocks: [Block]

        /// A part.
        public init(name: String, orientation: Orientation = .portrait, blocks: [Block]) {
            self.name = name
            self.orientation = orientation
            self.blocks = blocks
        }
    }

    /// How an A4 page lies.
    public enum Orientation: String, Codable, Hashable, Sendable { case portrait, landscape }

    /// The title in the file's properties.
    public var title: String
    /// Who issues it, for the file's properties.
    public var author: String
    /// The moment in the file's properties; given, so that the same paper is the same bytes.
    public var made: Instant
    /// Marked as dự thảo, or not.
    public var state: State
    /// The parts in order.
    public var parts: [Part]

    /// A paper.
    public init(title: String, author: String, made: Instant, state: State, parts: [Part]) {
        self.title = title
        self.author = author
        self.made = made
        self.state = state
        self.parts = parts
    }
}
