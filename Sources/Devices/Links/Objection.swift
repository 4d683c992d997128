import Ratings

/// What speaks against taking a box.
struct Objection: Hashable {
    /// The kind of it.
    var refusal: Refusal
    /// In words, with what to do.
    var reason: String
}
