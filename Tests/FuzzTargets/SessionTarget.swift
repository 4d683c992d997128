import KioskProtocol
import Sessions

/// A file of a session: read, written and read again; and what a recorder would have left out of it.
enum SessionTarget {
    static func run(_ bytes: [UInt8]) throws {
        let session: Session
        do {
            session = try Session(bytes, file: "fuzz.session")
        } catch {
            return try demand(error.description.hasPrefix("fuzz.session:"), "an error that names no file: \(error)")
        }
        let text = session.text
        let again: Session
        do {
            again = try Session(text.utf8, file: "written")
        } catch {
            throw Violation(description: "what was written is refused: \(error)")
        }
        try demand(again.text == text, "what was read is written otherwise")
        try filter(again)
    }

    private static func filter(_ session: Session) throws {
        var filter = SecretFilter()
        var kept: [SessionEntry] = []
        for entry in session.entries { kept += filter.take(entry) }
        kept += filter.end()
        try demand(zip(kept, kept.dropFirst()).allSatisfy { $0.at <= $1.at }, "entries changed their order")
        var decoder = FrameDecoder()
        for entry in kept {
            switch entry.event {
            case .opened, .hungUp: decoder = FrameDecoder()
            case .fromBox(let bytes):
                for byte in bytes {
                    guard case .frame(let body) = decoder.receive(byte), case .badge? = BoxMessage(body) else {
                        continue
                    }
                    throw Violation(description: "a badge or PIN was kept")
                }
            case .toBox, .leftOut, .note: break
            }
        }
        let (before, after) = (count(session.entries), count(kept))
        try demand(after <= before, "\(before) bytes became \(after)")
    }

    /// Bytes from the box, told or left out by number.
    private static func count(_ entries: [SessionEntry]) -> Int {
        entries.reduce(0) { sum, entry in
            switch entry.event {
            case .fromBox(let bytes): sum + bytes.count
            case .leftOut(let count): sum + count
            case .opened, .hungUp, .toBox, .note: sum
            }
        }
    }
}
