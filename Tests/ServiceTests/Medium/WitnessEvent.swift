/// One thing that `witness.c` saw happen to the data folder or to a terminal.
struct WitnessEvent: Equatable {
    enum Kind: Character {
        case write = "W"
        case truncate = "T"
        case syncBegan = "B"
        case syncEnded = "E"
        case syncFailed = "F"
        case folderSyncBegan = "b"
        case folderSyncEnded = "e"
        case fileNamed = "N"
        case folderNamed = "M"
        case renamed = "R"
        case removed = "U"
        /// Bytes are about to go to a terminal.
        case sending = "a"
        /// So many of them went.
        case sent = "A"
    }

    var kind: Kind
    /// Of the file or folder; of a terminal its device number.
    var inode: UInt64 = 0
    /// Where a write begins, or the size after a truncation; of a sync the thread; how much was sent.
    var offset: UInt64 = 0
    /// The path below the data folder; empty for the folder itself.
    var name = ""
    /// What was written or is to be sent; of a rename the new name.
    var data: ArraySlice<UInt8> = []

    /// Reads the log of a witness.
    static func read(_ bytes: [UInt8]) throws -> [WitnessEvent] {
        let headSize = 32
        var events: [WitnessEvent] = []
        var start = 0
        while start < bytes.count {
            guard start + headSize <= bytes.count, let kind = Kind(rawValue: Character(UnicodeScalar(bytes[start])))
            else { throw TestFailure("the witness's log makes no sense at byte \(start)") }
            let head = bytes.withUnsafeBytes { all in
                (
                    name: Int(all.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)),
                    inode: all.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self),
                    offset: all.loadUnaligned(fromByteOffset: start + 16, as: UInt64.self),
                    data: Int(all.loadUnaligned(fromByteOffset: start + 24, as: UInt64.self))
                )
            }
            let nameEnd = start + headSize + head.name
            let end = nameEnd + head.data
            guard end <= bytes.count else { throw TestFailure("the witness's log ends within a record") }
            events.append(
                WitnessEvent(
                    kind: kind, inode: head.inode, offset: head.offset,
                    name: String(decoding: bytes[start + headSize..<nameEnd], as: UTF8.self), data: bytes[nameEnd..<end]
                ))
            start = end
        }
        return events
    }
}
