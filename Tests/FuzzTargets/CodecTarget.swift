import KioskProtocol

/// The bytes as they are, and the bytes as a body with a good checksum behind them.
enum CodecTarget {
    static func run(_ bytes: [UInt8]) throws {
        for body in Framing.bodies(bytes) { try check(body) }
        let sealed = Array(bytes.prefix(WireLimits.body - 4))
        guard !sealed.isEmpty else { return }
        // Whatever came before: after a delimiter the next frame is found.
        let stream = bytes + [0] + Framing.sealed(sealed)
        guard let body = Framing.bodies(stream).last else { throw Violation(description: "a good frame is lost") }
        try demand(Array(body.array.dropLast(4)) == sealed, "a good frame came out changed")
        try check(body)
    }

    /// What is understood can be said again, and is then understood as the same.
    private static func check(_ body: FrameBody) throws {
        if let message = BoxMessage(body) {
            if case .unknown = message {
                try demand(message.encoded().isEmpty, "an unknown message was sent")
            } else {
                let again = Framing.bodies(message.encoded().array)
                try demand(again.compactMap { BoxMessage($0) } == [message], "\(message) came back as \(again)")
            }
        }
        if let message = HostMessage(body) {
            if case .unknown = message {
                try demand(message.encoded().isEmpty, "an unknown message was sent")
            } else {
                let again = Framing.bodies(message.encoded().array)
                try demand(again.compactMap { HostMessage($0) } == [message], "\(message) came back as \(again)")
            }
        }
    }
}
