/// What a device reports and wants receipted, in the order in which it must be stored.
public enum Observation: Hashable, Sendable {
    /// A press, with what personal came with it.
    case press(Press, PersonalNote? = nil)
    /// Sequences that can no longer come.
    case gap(Gap)
    /// The box dropped this many presses of a boot in all, because its ring was full.
    case dropped(device: String, boot: UInt64, count: UInt32, at: Instant)
}
