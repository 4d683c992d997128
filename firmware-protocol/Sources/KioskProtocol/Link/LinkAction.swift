/// What the shell of a host's link is to do.
public enum LinkAction: Sendable, Equatable {
    /// Write these bytes to the wire.
    case send(WireFrame)
    /// A box says who it is. Answer exactly once, from what is committed by then: `known` if it names a boot, `offer`
    /// with a fresh random boot if it names none (then whatever an earlier boot of this box still held is lost), or
    /// `refuse`.
    case identify(Hello)
    /// The link is up; presses may follow.
    case connected(Hello)
    /// Store this press, or compare it with the one stored; then confirm its ticket.
    case store(PressReport)
    /// Record this gap; then confirm its ticket. After a new hello a gap that was not committed by then comes again.
    case gap(GapReport)
    /// Record these drops: the total rises to this, if it is not there yet; then confirm the ticket.
    case dropped(DropReport)
    /// The box has made presses up to `next` of this boot, some of which the host has not seen yet. Nothing to confirm.
    case announced(boot: UInt64, next: UInt32)
    /// A heartbeat was answered.
    case sample(LifeSample)
    /// How the box fares.
    case status(BoxStatus)
    /// Who has this badge or PIN? Answer with `officer`. Never log or store the secret.
    case badge(BadgeRequest)
    /// The settings of this revision are in force.
    case settingsApplied(revision: UInt32)
    /// The invitation of this id is open on the box.
    case invited(id: UInt32)
    /// A probed box answered.
    case alive
    /// A probed box was silent for 2 s.
    case silent
    /// Nothing valid came for 15 s. The link goes on asking; told once until something comes.
    case dead
    /// The link refused the box by itself: no protocol version in common.
    case refused(RefusalReason)
}
