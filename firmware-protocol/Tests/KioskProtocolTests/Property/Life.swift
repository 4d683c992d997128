import KioskProtocol

/// What the box model logs of one life of its ring, before a byte of it is sent.
struct Life {
    enum End { case none, coldStart, renewed }

    /// 0 until the host offered one.
    var boot: UInt64 = 0
    /// Every press that got a slot, by sequence.
    var presses: [PressRecord] = []
    /// When each was made.
    var moments: [UInt64] = []
    var dropped: UInt32 = 0
    /// What the box has released: a prefix.
    var released: UInt32 = 0
    var end = End.none
    /// Sequences that the end of this life or a restore may have cost.
    var excused: Set<UInt32> = []
    /// Acknowledged before a restore, taken back by it, and not stored again yet: an acknowledgement that is still on
    /// the wire may release them.
    var atRisk: Set<UInt32> = []
    /// Sequences and drops that were ever committed, restored away or not.
    var everCommitted: Set<UInt32> = []
    var everDropped: UInt32 = 0
}
