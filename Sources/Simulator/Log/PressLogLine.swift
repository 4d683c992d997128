/// One line of the simulator's log.
struct PressLogLine: Sendable, Equatable {
    enum Event: String, Sendable {
        /// A press got a slot. Written before any byte of it is sent.
        case press
        /// A press found the ring full and got no sequence.
        case dropped
        /// A cold start erased this press, which had no receipt yet.
        case wiped
        /// This life of the ring got its boot id: its presses before and after have it.
        case boot
    }

    static let header = "event,device,life,boot,sequence,button,tick,invitation"

    var event: Event
    var device: String
    /// Counts the lives of the box's ring from 1: a press may be made before its life has a boot id.
    var life: Int
    /// 0 while the life has none.
    var boot: UInt64
    var sequence: UInt32?
    /// Counted from 1.
    var button: Int?
    var tick: UInt64?
    var invitation: UInt32?

    var text: String {
        func field(_ value: (some BinaryInteger)?) -> String { value.map { String($0) } ?? "" }
        let boot = boot == 0 ? "" : String(boot, radix: 16)
        let fields = [
            event.rawValue, device, String(life), boot, field(sequence), field(button), field(tick), field(invitation),
        ]
        return fields.joined(separator: ",")
    }

    init(
        _ event: Event, device: String, life: Int, boot: UInt64, sequence: UInt32? = nil, button: Int? = nil,
        tick: UInt64? = nil, invitation: UInt32? = nil
    ) {
        self.event = event
        self.device = device
        self.life = life
        self.boot = boot
        self.sequence = sequence
        self.button = button
        self.tick = tick
        self.invitation = invitation
    }

    init?(_ text: Substring) {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        guard fields.count == 8, let event = Event(rawValue: fields[0]), let life = Int(fields[2]) else { return nil }
        guard fields[3].isEmpty || UInt64(fields[3], radix: 16) != nil else { return nil }
        self.init(
            event, device: fields[1], life: life, boot: UInt64(fields[3], radix: 16) ?? 0, sequence: UInt32(fields[4]),
            button: Int(fields[5]), tick: UInt64(fields[6]), invitation: UInt32(fields[7]))
        let needsPress = event == .press || event == .wiped
        if needsPress, sequence == nil || button == nil { return nil }
    }
}
