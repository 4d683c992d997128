import KioskProtocol

extension SimulatedBox {
    /// Shows or sends what the firmware wants shown or sent.
    func perform(_ action: DeviceAction, _ now: UInt64) {
        switch action {
        case .send(let frame):
            guard isConnected, journal.failure == nil else { return }
            switch quirk {
            case .wrongVersion: toHost.write(ofUnknownVersion(frame.bytes), now: now)
            case .greeter, .impostor: greeting = hello(in: frame.bytes) ?? greeting
            case .contradict:
                toHost.write(frame.bytes, now: now)
                if let other = contradiction(frame.bytes) { toHost.write(other, now: now) }
            default: toHost.write(frame.bytes, now: now)
            }
        case .feedback(let feedback): journal.tell(number, .shown(feedback))
        case .idle(let light, let text): journal.tell(number, .light(light, text: text.text))
        case .text(let text): journal.tell(number, .text(text.text.text))
        case .officer(let answer): journal.tell(number, .officer(answer.outcome, name: answer.name.text))
        case .invite(let invitation): journal.tell(number, .invited(id: invitation.id))
        case .inviteEnded(let id): journal.tell(number, .inviteEnded(id: id))
        case .blink(let seconds): journal.tell(number, .blink(seconds: Int(seconds)))
        case .apply: break
        }
    }

    /// Logs and tells all that became of the ring since the last time.
    func settle() {
        let ring = brain.ring
        if ring.boot != life.boot {
            if life.boot != 0 { life = Life(number: life.number + 1) }
            life.boot = ring.boot
            journal.log(line(.boot))
        }
        while life.next < ring.next {
            if let record = brain.record(life.next) { logPress(record) }
            life.next += 1
        }
        while life.dropped < ring.dropped {
            life.dropped += 1
            journal.counts.dropped += 1
            journal.log(line(.dropped))
            journal.tell(number, .dropped)
        }
        if life.oldest < ring.oldest {
            journal.counts.receipted += Int(ring.oldest - life.oldest)
            life.oldest = ring.oldest
            journal.tell(number, .receipted(boot: ring.boot, below: ring.oldest))
        }
    }

    /// A cold start comes: logs every press that it erases.
    func logWiped() {
        settle()
        var wiped = 0
        for sequence in life.oldest..<max(life.oldest, life.next) {
            guard let record = brain.record(sequence) else { continue }
            journal.log(line(.wiped, record))
            wiped += 1
        }
        journal.counts.wiped += wiped
        if wiped > 0 { journal.tell(number, .wiped(wiped)) }
    }

    private func logPress(_ record: PressRecord) {
        journal.log(line(.press, record))
        journal.counts.presses += 1
        journal.tell(
            number,
            .pressed(
                boot: life.boot, sequence: record.sequence, button: Int(record.button) + 1,
                invitation: record.invitation))
    }

    private func line(_ event: PressLogLine.Event, _ record: PressRecord? = nil) -> PressLogLine {
        PressLogLine(
            event, device: uid, life: life.number, boot: life.boot, sequence: record?.sequence,
            button: record.map { Int($0.button) + 1 }, tick: record?.tick, invitation: record?.invitation)
    }

    /// The press of a frame with the button beside its own; nil for another frame.
    private func contradiction(_ bytes: [UInt8]) -> [UInt8]? {
        var decoder = FrameDecoder()
        for byte in bytes {
            guard case .frame(let body) = decoder.receive(byte), case .press(var press)? = BoxMessage(body) else {
                continue
            }
            press.record.button = press.record.button == 0 ? 1 : press.record.button - 1
            return BoxMessage.press(press).encoded().bytes
        }
        return nil
    }

    /// A hello that offers only versions that nobody knows; any other frame as it is.
    private func ofUnknownVersion(_ bytes: [UInt8]) -> [UInt8] {
        guard var hello = hello(in: bytes) else { return bytes }
        hello.oldestVersion = 254
        hello.newestVersion = 255
        return BoxMessage.hello(hello).encoded().bytes
    }

    private func hello(in bytes: [UInt8]) -> Hello? {
        var decoder = FrameDecoder()
        for byte in bytes {
            if case .frame(let body) = decoder.receive(byte), case .hello(let hello)? = BoxMessage(body) {
                return hello
            }
        }
        return nil
    }
}

extension BoundedBytes {
    var bytes: [UInt8] { (0..<count).map { self[$0] } }
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
