import KioskProtocol

/// The firmware of a box and its retained memory, whatever the size of its ring.
protocol BoxBrain: AnyObject {
    var device: KioskDevice { get set }
    var ring: RingView { get }

    /// Starts after a reset; true if the presses in the ring were kept.
    func start(now: UInt64, cause: ResetCause, isErased: Bool, buttonsDown: UInt16) -> Bool
    func record(_ sequence: UInt32) -> PressRecord?
    func receive(_ byte: UInt8, now: UInt64) -> Bool
    func next(now: UInt64) -> DeviceAction?
    var deadline: UInt64 { get }
    func touch(_ button: UInt8, invitation: UInt32?, now: UInt64)
    /// A press of which only so many stores to memory are made before a reset.
    func tear(_ button: UInt8, stores: Int, now: UInt64)
    func advanceTick(by milliseconds: UInt64, now: UInt64)
}

/// What is in a ring.
struct RingView: Equatable {
    var boot: UInt64 = 0
    var oldest: UInt32 = 0
    var next: UInt32 = 0
    var dropped: UInt32 = 0
    var isFull = false

    var count: Int { Int(next &- oldest) }
}

/// The firmware with a ring of one size.
final class RingedBrain<let capacity: Int>: BoxBrain {
    var device: KioskDevice
    private var memory = RetainedRing<capacity>()

    init(_ identity: BoxIdentity) { device = KioskDevice(identity: identity) }

    var ring: RingView {
        RingView(
            boot: memory.boot, oldest: memory.oldest, next: memory.next, dropped: memory.dropped,
            isFull: memory.isFull)
    }

    func start(now: UInt64, cause: ResetCause, isErased: Bool, buttonsDown: UInt16) -> Bool {
        if isErased { memory = RetainedRing() }
        return device.start(ring: &memory, now: now, cause: cause, buttonsDown: buttonsDown)
    }

    func record(_ sequence: UInt32) -> PressRecord? { memory.record(sequence) }

    func receive(_ byte: UInt8, now: UInt64) -> Bool { device.receive(byte, now: now, ring: &memory) }

    func next(now: UInt64) -> DeviceAction? { device.next(now: now, ring: &memory) }

    var deadline: UInt64 { device.deadline(ring: memory) }

    func touch(_ button: UInt8, invitation: UInt32?, now: UInt64) {
        device.press(button, invitation: invitation, now: now, ring: &memory)
    }

    func tear(_ button: UInt8, stores: Int, now: UInt64) {
        let before = memory
        device.press(button, now: now, ring: &memory)
        memory = RetainedRing.interrupted(from: before, to: memory, stores: stores)
    }

    func advanceTick(by milliseconds: UInt64, now: UInt64) {
        device.advanceTick(by: milliseconds, now: now, ring: &memory)
    }
}
