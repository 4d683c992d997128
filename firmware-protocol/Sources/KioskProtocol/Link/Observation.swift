/// What is handed to the store, in the order in which it is to be committed.
enum Observation: Sendable {
    case press(PressReport)
    case gap(GapReport)
    case dropped(DropReport)
    case announced(boot: UInt64, next: UInt32)

    var action: LinkAction {
        switch self {
        case .press(let report): return .store(report)
        case .gap(let report): return .gap(report)
        case .dropped(let report): return .dropped(report)
        case .announced(let boot, let next): return .announced(boot: boot, next: next)
        }
    }

    /// The lowest sequence that must not be acknowledged before this is committed.
    var holdsBack: UInt32? {
        switch self {
        case .press(let report): return report.record.sequence
        case .gap(let report): return report.from
        case .dropped, .announced: return nil
        }
    }

    var ticket: UInt64? {
        switch self {
        case .press(let report): return report.ticket
        case .gap(let report): return report.ticket
        case .dropped(let report): return report.ticket
        case .announced: return nil
        }
    }
}
