/// An invitation with whom it was for, and whether a rating came of it.
public struct InvitationUse: Hashable, Sendable {
    /// Code of the counter.
    public var counter: String
    /// Code of the unit; nil where unknown.
    public var unit: String?
    /// Code of the officer; nil where unknown.
    public var officer: String?
    /// Code of the field; nil where unknown.
    public var field: String?
    /// Whether a press that answered it counts; if not, it is "không đánh giá".
    public var isAnswered: Bool

    /// The use of an invitation, for those whom a press at its opening would have counted for.
    public init(_ invitation: Invitation, isAnswered: Bool, in directory: Directory) {
        var subject = invitation.subject ?? Subject()
        if subject.counter == nil { subject.counter = invitation.counter }
        let place = PlaceRule.place(
            counters: [invitation.counter], moment: invitation.opened, uncertainty: .zero, subject: subject,
            in: directory)
        counter = place.counter ?? invitation.counter
        (unit, officer, field) = (place.unit, place.officer, place.field)
        self.isAnswered = isAnswered
    }
}
