// Instantiates everything a box and a host link use, so that the embedded compiler must specialise and check it all.
import KioskProtocol

/// A box with a ring of 64 presses, entered as firmware would.
@inline(never)
func exerciseBox(_ device: inout KioskDevice, _ ring: inout RetainedRing<64>, _ byte: UInt8, _ now: UInt64) -> UInt32 {
    var sum: UInt32 = device.start(ring: &ring, now: now, cause: .powerOn, buttonsDown: 1) ? 1 : 0
    device.linkOpened(now: now)
    device.button(2, isDown: byte & 1 == 0, now: now)
    device.press(byte, now: now, ring: &ring)
    device.press(byte, invitation: 7, now: now, ring: &ring)
    var secret = BoundedBytes<32>()
    secret.append(byte)
    device.badge(.badge, secret: secret, now: now)
    device.receive(byte, now: now, ring: &ring)
    while let action = device.next(now: now, ring: &ring) {
        switch action {
        case .send(let frame): sum &+= UInt32(frame[0])
        case .feedback(let feedback): sum &+= UInt32(feedback.rawValue)
        case .idle(let light, let text): sum &+= UInt32(light.rawValue) &+ UInt32(text[0])
        case .text(let text): sum &+= text.duration
        case .officer(let answer): sum &+= UInt32(answer.request)
        case .invite(let invitation): sum &+= invitation.id
        case .inviteEnded(let id): sum &+= id
        case .blink(let seconds): sum &+= UInt32(seconds)
        case .apply(let settings): sum &+= settings.revision
        }
    }
    device.advanceTick(by: 5, now: now, ring: &ring)
    device.linkClosed(now: now)
    return sum &+ UInt32(truncatingIfNeeded: device.deadline(ring: ring)) &+ UInt32(device.idleLight.rawValue)
}

#if HOST_HALF
    /// A host link, entered as a host on a small part would.
    @inline(never)
    func exerciseLink(_ link: inout KioskLink, _ byte: UInt8, _ now: UInt64) -> UInt32 {
        var sum: UInt32 = 0
        link.receive(byte, now: now)
        link.notice(Notice(standing: .busy), now: now)
        link.invite(Invitation(id: 1, window: 30_000), now: now)
        link.endInvitation(id: 1, now: now)
        link.text(DisplayText(duration: 1_000, text: BoundedBytes()), now: now)
        link.settings(BoxSettings(revision: 1), now: now)
        link.blink(seconds: 3, now: now)
        link.requestStatus(now: now)
        link.probe(now: now)
        link.renew(boot: 9, now: now)
        while let action = link.next(now: now) {
            switch action {
            case .identify(let hello):
                if hello.boot == 0 { link.offer(boot: 5, now: now) } else { link.known(next: 0, dropped: 0, now: now) }
            case .store(let report): link.committed(through: report.ticket, now: now)
            case .badge(let request):
                link.officer(OfficerAnswer(request: request.request, outcome: .tryLater), now: now)
            case .send(let frame): sum &+= UInt32(frame[0])
            case .dead: link.refuse(.other, now: now)
            default: sum &+= 1
            }
        }
        return sum &+ UInt32(truncatingIfNeeded: link.deadline)
    }
#endif

/// Where the linker begins to count.
@_cdecl("entry")
public func entry(_ retained: UnsafeMutableRawPointer, _ byte: UInt8, _ now: UInt64) -> UInt32 {
    let memory = retained.assumingMemoryBound(to: RetainedRing<64>.self)
    let identity = BoxIdentity(
        uid: BoundedBytes(), model: BoundedBytes(), firmware: BoundedBytes(), capabilities: .display, buttons: 5)
    var device = KioskDevice(identity: identity)
    var sum = exerciseBox(&device, &memory.pointee, byte, now)
    #if HOST_HALF
        var link = KioskLink(ledger: 3, now: now)
        sum &+= exerciseLink(&link, byte, now)
    #endif
    return sum
}
