/// A way in which a box is wrong for good.
public enum Quirk: String, Sendable, Hashable, CaseIterable {
    /// It speaks only a protocol version that nobody knows.
    case wrongVersion = "wrong-version"
    /// Its first button is held down for ever.
    case stuck
    /// It says nothing at all.
    case silent
    /// It sends random bytes for ever, text of modems among them.
    case babble
    /// Its hardware has no UID.
    case nameless
    /// It says hello for ever, whatever is answered.
    case greeter
    /// As a greeter, and each time it is another box with another boot.
    case impostor
    /// It sends every press twice, and says another button the second time.
    case contradict

    /// Whether presses of such a box can ever be receipted.
    var delivers: Bool { self == .stuck || self == .nameless || self == .contradict }
    /// Whether such a box runs at all.
    var runs: Bool { self != .silent && self != .babble }
}
