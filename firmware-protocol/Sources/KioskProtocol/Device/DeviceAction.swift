/// What the shell of a box is to do.
public enum DeviceAction: Sendable, Equatable {
    /// Write these bytes to the wire.
    case send(WireFrame)
    /// Light, tone and text for the press just made.
    case feedback(Feedback)
    /// The light while nobody presses, and the host's text for it.
    case idle(IdleLight, text: BoundedBytes<96>)
    /// Show a text.
    case text(DisplayText)
    /// Show what became of the badge or PIN.
    case officer(OfficerAnswer)
    /// Ask for a rating.
    case invite(Invitation)
    /// Stop asking: the window is over or the host ended it.
    case inviteEnded(id: UInt32)
    /// Blink for so many seconds.
    case blink(seconds: UInt8)
    /// Put light and sound into force; debounce and window already are.
    case apply(BoxSettings)
}
