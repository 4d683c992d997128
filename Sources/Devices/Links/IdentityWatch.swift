import Ratings

/// Tells a port behind which boxes and boots change from one that may be believed: each new one is kept for good.
struct IdentityWatch {
    /// So many changes are taken at once: boxes start cold and are renewed, in bad hours in quick succession.
    static let mostChanges = 60
    /// After them one more is taken this often.
    static let oneMoreEvery = Duration.seconds(10)

    /// The box of this opening of the port.
    private var present: String?
    /// The box and boot that were taken last, on whatever opening.
    private var device: String?
    private var boot: UInt64 = 0
    private var changes = 0
    /// When the first of `changes` was taken, or is as good as forgotten.
    private var since = Duration.zero

    /// The port was opened: another box may be behind it.
    mutating func opened() { present = nil }

    /// Takes what a hello says at a moment of the clock that nobody can set: nil, or why the link must be closed.
    /// A `boot` of 0 is none.
    mutating func objection(to device: String, boot: UInt64, at now: Duration) -> Objection? {
        if let present, present != device {
            return Objection(
                refusal: .otherBox,
                reason: "it said that it is box \(present), then \(device), and its cable was not pulled; "
                    + "if this does not end, take what is behind this port out of service")
        }
        guard self.device != device || (boot != 0 && self.boot != boot) else {
            present = device
            return nil
        }
        forget(now)
        guard changes < Self.mostChanges else {
            return Objection(
                refusal: .tooManyNew,
                reason: "more than \(Self.mostChanges) new boxes or boots came over this port in quick succession; "
                    + "take what is behind it out of service")
        }
        changes += 1
        present = device
        (self.device, self.boot) = (device, boot)
        return nil
    }

    private mutating func forget(_ now: Duration) {
        let over = Int((now - since) / Self.oneMoreEvery)
        changes = max(0, changes - over)
        since = changes == 0 ? now : since + Self.oneMoreEvery * over
    }
}
