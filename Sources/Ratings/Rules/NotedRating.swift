/// A counted rating with the comment that came with its press.
public struct NotedRating: Hashable, Sendable {
    /// The press.
    public var press: PressKey
    /// What it counts for.
    public var rating: Rating
    /// What the citizen wrote, where he did and it was not erased.
    public var comment: String?

    /// A rating with its comment.
    public init(press: PressKey, rating: Rating, comment: String? = nil) {
        self.press = press
        self.rating = rating
        self.comment = comment
    }
}
