import Foundation

/// What a file must be to be kept as a signed document. It is kept for ever, so what is plainly another file is refused.
public enum SignedDocument {
    /// Why a file is none.
    public enum Fault: Error, Hashable, Sendable {
        /// It does not begin as a PDF does.
        case noPDF
        /// It does not end as a PDF does: it was cut off on its way.
        case cutOff
        /// It has more bytes than are kept.
        case tooLarge(size: Int)
    }

    /// Bytes at most: as JSON it goes over the command socket, which takes 64 MiB.
    public static let limit = 32 << 20

    /// So many bytes at the end are searched for the mark of the end, as readers of PDF do.
    private static let tail = 1024

    /// Refuses what is no whole PDF of the size that is kept.
    public static func check(_ bytes: Data) throws(Fault) {
        try check(size: bytes.count)
        guard bytes.starts(with: Data("%PDF-".utf8)) else { throw .noPDF }
        guard bytes.suffix(tail).range(of: Data("%%EOF".utf8)) != nil else { throw .cutOff }
    }

    /// Refuses a size before anything is read.
    public static func check(size: Int) throws(Fault) {
        guard size <= limit else { throw .tooLarge(size: size) }
    }
}
