/// Why a box has no line to the host.
struct Absence: OptionSet, Equatable {
    let rawValue: UInt8

    /// Somebody pulled the cable.
    static let unplugged = Absence(rawValue: 1 << 0)
    /// Somebody took the box offline.
    static let offline = Absence(rawValue: 1 << 1)
    /// The schedule of faults pulled the cable.
    static let faultUnplugged = Absence(rawValue: 1 << 2)
    /// The schedule of faults took the box offline.
    static let faultOffline = Absence(rawValue: 1 << 3)
}
