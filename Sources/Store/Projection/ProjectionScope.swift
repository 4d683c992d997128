import Ratings

/// Which presses a change may touch.
enum ProjectionScope: Hashable {
    /// None: names and the like.
    case nothing
    /// Everything.
    case everything
    /// What a few records name.
    case some(Touched)
    /// The presses of one host boot that came while its clock was not set.
    case unsetClock(hostBoot: String)

    /// Presses by what they are found by.
    struct Touched: Hashable {
        /// Boxes, with the instant from which on their presses are touched; nil is always.
        var boxes: [String: Instant?] = [:]
        /// Counters, with the instant from which on their presses are touched.
        var counters: [String: Instant] = [:]
        /// Invitations as they are from now on; nil for one that is withdrawn.
        var invitations: [UInt32: Invitation?] = [:]
        /// Single presses.
        var presses: Set<PressKey> = []
    }

    /// What changing `records` may touch.
    init(_ records: [StoredRecord], in directory: Directory) throws {
        var touched = Touched()
        for record in records {
            if record.kind == .invitation {
                guard let id = UInt32(record.key) else { continue }
                touched.invitations[id] = .some(record.body == nil ? nil : try record.decoded())
                continue
            }
            // A record that goes out touches what it touched while it was in.
            guard let known = record.body == nil ? directory.stored(record.kind, record.key) : record else { continue }
            switch record.kind {
            case .centre, .site, .unit, .field, .officer, .box, .period, .gap, .run, .clock, .invitation: continue
            case .counter, .scale, .setting, .calendar:
                self = .everything
                return
            case .assignment:
                let assignment: Assignment = try known.decoded()
                touched.add(box: assignment.box, from: assignment.since)
            case .boxTest:
                let test: BoxTest = try known.decoded()
                touched.add(box: test.box, from: test.since)
            case .duplicate: touched.boxes[try known.decoded(as: DuplicateIdentity.self).box] = .some(nil)
            case .duty:
                let duty: Duty = try known.decoded()
                touched.counters[duty.counter] = min(touched.counters[duty.counter] ?? duty.since, duty.since)
            case .setAside: touched.presses.insert(try known.decoded(as: SetAside.self).press)
            }
        }
        self = touched == Touched() ? .nothing : .some(touched)
    }
}

extension ProjectionScope.Touched {
    fileprivate mutating func add(box: String, from instant: Instant) {
        guard let known = boxes[box] else {
            boxes[box] = instant
            return
        }
        boxes[box] = .some(known.map { min($0, instant) })
    }
}
