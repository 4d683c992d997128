/// Why a box is not taken. The raw value stands in `devices --json`.
public enum Refusal: String, Codable, Hashable, Sendable, CaseIterable {
    /// It speaks no version of the protocol that we know.
    case version
    /// It gives no UID, and nothing about its port could stand for one.
    case nameless
    /// It said that it is another box, and its cable was not pulled.
    case otherBox = "other_box"
    /// More new boxes or boots came over its port than can be true.
    case tooManyNew = "too_many_new"
}
