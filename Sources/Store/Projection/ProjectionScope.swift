import Ratings

/// Which presses a change may touch.
struct ProjectionScope: Hashable, Sendable {
    /// A stretch of moments; nil is open.
    struct Span: Hashable, Sendable {
        var from: Instant
        var until: Instant?

        /// The smallest span that covers both.
        func union(_ other: Span) -> Span {
            let until = self.until.flatMap { own in other.until.map { max(own, $0) } }
            return Span(from: min(from, other.from), until: until)
        }
    }

    /// Everything: the other fields do not matter.
    var isEverything = false
    /// Days and hours begin elsewhere, so that cells move though ratings do not.
    var movesDays = false
    /// Presses of these boxes, by moment.
    var boxes: [String: Span] = [:]
    /// Presses at these counters, by moment give or take their uncertainty.
    var counters: [String: Span] = [:]
    /// Presses that answer these invitations, or would by their moment; nil for one that is withdrawn.
    var invitations: [UInt32: Invitation?] = [:]
    /// Single presses.
    var presses: Set<PressKey> = []
    /// Presses of this host boot that came while its clock was not set.
    var unsetClock: String?

    /// Every press there is.
    static let everything = ProjectionScope(isEverything: true)

    /// The presses of one host boot that came while its clock was not set.
    static func unsetClock(hostBoot: String) -> ProjectionScope { ProjectionScope(unsetClock: hostBoot) }

    /// What changing `records` may touch: what they hold for now, and what they held for before.
    init(_ records: [StoredRecord], in directory: Directory) throws {
        for record in records {
            if record.kind == .invitation {
                // Invitations are not in the directory: who answered it before is found by the ratings.
                guard let id = UInt32(record.key) else { continue }
                invitations[id] = .some(record.body == nil ? nil : try record.decoded())
                continue
            }
            for version in [directory.stored(record.kind, record.key), record] {
                if let version, version.body != nil { try add(version) }
            }
        }
    }

    private init(isEverything: Bool = false, unsetClock: String? = nil) {
        self.isEverything = isEverything
        self.unsetClock = unsetClock
    }

    private mutating func add(_ record: StoredRecord) throws {
        switch record.kind {
        case .centre, .site, .unit, .field, .officer, .box, .period, .gap, .run, .clock, .invitation, .restoration,
            .dossierColumns, .dossiers, .edition, .acceptance, .texts,
            .closedCase:
            break
        case .setting:
            isEverything = true
            if try record.decoded(as: Setting.self).name == .zone { movesDays = true }
        case .counter, .scale, .calendar: isEverything = true
        case .assignment:
            let value: Assignment = try record.decoded()
            boxes.cover(value.box, Span(from: value.since, until: value.until))
        case .boxTest:
            let value: BoxTest = try record.decoded()
            boxes.cover(value.box, Span(from: value.since, until: value.until))
        case .duplicate:
            let value: DuplicateIdentity = try record.decoded()
            boxes.cover(value.box, Span(from: Instant(milliseconds: .min), until: nil))
        case .duty:
            let value: Duty = try record.decoded()
            counters.cover(value.counter, Span(from: value.since, until: value.until))
        case .setAside: presses.insert(try record.decoded(as: SetAside.self).press)
        }
    }
}

extension [String: ProjectionScope.Span] {
    fileprivate mutating func cover(_ key: String, _ span: ProjectionScope.Span) {
        self[key] = self[key]?.union(span) ?? span
    }
}
