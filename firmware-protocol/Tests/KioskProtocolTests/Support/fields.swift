import Foundation
import KioskProtocol

typealias Fields = [String: VectorTests.Field]

private func number(_ value: some BinaryInteger) -> VectorTests.Field { .number(UInt64(value)) }
private func wide(_ value: UInt64) -> VectorTests.Field { .text(String(format: "0x%016llX", value)) }

private func ring(_ ring: RingReport) -> Fields {
    ["oldest": number(ring.oldest), "next": number(ring.next), "dropped": number(ring.dropped)]
}

private func joined(_ first: Fields, _ second: Fields) -> Fields { first.merging(second) { $1 } }

extension BoxMessage {
    /// The fields by the names of PROTOCOL.md.
    var fields: Fields {
        switch self {
        case .hello(let hello): hello.fields
        case .press(let press):
            joined(
                ring(press.ring),
                [
                    "boot": wide(press.boot), "tick": number(press.tick), "resets": number(press.resets),
                    "sequence": number(press.record.sequence), "button": number(press.record.button),
                    "resetsAtPress": number(press.record.resets), "tickAtPress": number(press.record.tick),
                    "invitation": number(press.record.invitation),
                ])
        case .heartbeat(let beat):
            joined(
                ring(beat.ring),
                [
                    "boot": wide(beat.boot), "tick": number(beat.tick), "resets": number(beat.resets),
                    "echo": number(beat.echo), "invitation": number(beat.invitation),
                    "flags": number(
                        beat.standing.rawValue | (beat.isFull ? 4 : 0) | (beat.hasStuckButton ? 8 : 0)),
                ])
        case .status(let status):
            [
                "uptime": number(status.uptime), "cause": number(status.cause.rawValue),
                "resets": number(status.resets), "ringDepth": number(status.ringDepth),
                "ringCapacity": number(status.ringCapacity), "badFrames": number(status.badFrames),
                "resends": number(status.resends), "stuckButtons": number(status.stuckButtons),
            ]
        case .badge(let badge):
            [
                "request": number(badge.request), "kind": number(badge.kind.rawValue),
                "secret": .text(hex(badge.secret.array)),
            ]
        case .settingsAck(let revision): ["revision": number(revision)]
        case .unknown(let type): ["type": number(type)]
        }
    }
}

extension Hello {
    fileprivate var fields: Fields {
        joined(
            ring(ring),
            [
                "oldestVersion": number(oldestVersion), "newestVersion": number(newestVersion),
                "counter": number(counter), "boot": wide(boot), "resets": number(resets),
                "cause": number(cause.rawValue), "capabilities": number(identity.capabilities.bits),
                "buttons": number(identity.buttons), "ringCapacity": number(ringCapacity), "ledger": wide(ledger),
                "tick": number(tick), "uid": .text(hex(identity.uid.array)), "model": .text(identity.model.text),
                "firmware": .text(identity.firmware.text),
            ])
    }

    private func ring(_ report: RingReport) -> Fields {
        ["oldest": number(report.oldest), "next": number(report.next), "dropped": number(report.dropped)]
    }
}

extension HostMessage {
    /// The fields by the names of PROTOCOL.md.
    var fields: Fields {
        switch self {
        case .welcome(let welcome):
            [
                "verdict": number(welcome.verdict.rawValue), "version": number(welcome.version),
                "reason": number(welcome.reason.rawValue), "ledger": wide(welcome.ledger),
                "boot": wide(welcome.boot), "counter": number(welcome.counter),
            ]
        case .ack(let ack):
            ["boot": wide(ack.boot), "next": number(ack.next), "dropped": number(ack.dropped)]
        case .heartbeat(let token): ["token": number(token)]
        case .notice(let notice):
            ["standing": number(notice.standing.rawValue), "text": .text(notice.text.text)]
        case .invite(let invitation):
            [
                "id": number(invitation.id), "window": number(invitation.window), "flags": number(invitation.flags),
            ]
        case .inviteEnd(let id): ["id": number(id)]
        case .text(let text): ["duration": number(text.duration), "text": .text(text.text.text)]
        case .officer(let answer):
            [
                "request": number(answer.request), "outcome": number(answer.outcome.rawValue),
                "name": .text(answer.name.text),
            ]
        case .settings(let settings):
            [
                "revision": number(settings.revision), "debounce": number(settings.debounce),
                "brightness": number(settings.brightness), "volume": number(settings.volume),
                "feedbackWindow": number(settings.feedbackWindow),
            ]
        case .blink(let seconds): ["seconds": number(seconds)]
        case .statusRequest, .helloRequest: [:]
        case .renew(let renewal): ["oldBoot": wide(renewal.oldBoot), "newBoot": wide(renewal.newBoot)]
        case .unknown(let type): ["type": number(type)]
        }
    }
}
