import Foundation
import Simulator

/// A running simulator: its prompt, its script, its end.
struct SimulateSession {
    /// What a session waits for.
    enum Input: Sendable {
        /// A line at the prompt.
        case line(String)
        /// Nothing more will be typed.
        case endOfLines
        /// A signal asks for the end.
        case signal
        /// All is played and receipted.
        case over
        /// The boxes cannot go on.
        case failed(FleetError)
    }

    let fleet: Fleet
    let script: Script?
    let speed: Double
    let isVerbose: Bool

    /// Runs until it is told to end, or until all is played if it ends by itself.
    func run(endsByItself: Bool) async throws {
        let (inputs, sink) = AsyncStream.makeStream(of: Input.self, bufferingPolicy: .bufferingOldest(4_096))
        let signals = SignalWatch { sink.yield(.signal) }
        defer { signals.end() }
        PromptReader.start { sink.yield($0) }
        let watch = Task { await watchEvents() }
        if let script { fleet.play(script, speed: speed) }
        let end = Task { [fleet] in
            do {
                if endsByItself {
                    try await fleet.waitUntilPlayed()
                    try await fleet.waitUntilReceipted(includingUnplugged: true)
                    sink.yield(.over)
                } else {
                    // Ends only when the boxes do.
                    try await fleet.wait { _ in false }
                }
            } catch let error as FleetError {
                sink.yield(.failed(error))
            }
        }
        defer {
            watch.cancel()
            end.cancel()
        }
        try await serve(inputs)
        let counts = try await fleet.counts()
        await fleet.stop()
        Output.line("\(counts)")
    }

    private func serve(_ inputs: AsyncStream<Input>) async throws {
        let isTyped = isatty(STDIN_FILENO) == 1
        if isTyped { Output.text("> ") }
        for await input in inputs {
            switch input {
            case .line(let line):
                guard try await obey(line) else { return }
                if isTyped { Output.text("> ") }
            case .endOfLines:
                // A service manager gives no input at all; a person who closes it wants to go.
                if isTyped { return }
            case .signal, .over: return
            case .failed(let error): throw CommandFailure.cannotRun("\(error)")
            }
        }
    }

    /// Does what a line says; false for the end.
    private func obey(_ line: String) async throws -> Bool {
        do {
            switch try PromptOrder(line, boxes: fleet.configuration.boxes, buttons: fleet.configuration.buttons) {
            case .press(let box, let button): fleet.press(box, button: button)
            case .unplug(let box): fleet.unplug(box)
            case .plug(let box): fleet.plug(box)
            case .reset(let box): fleet.warmReset(box)
            case .cold(let box): fleet.coldStart(box)
            case .badge(let box, let code): fleet.badge(box, kind: .badge, secret: code)
            case .pin(let box, let code): fleet.badge(box, kind: .pin, secret: code)
            case .wait:
                try await fleet.waitUntilReceipted()
                Output.line("receipted")
            case .status:
                for box in try await fleet.snapshots() { Output.line(Self.line(box)) }
                Output.line("\(try await fleet.counts())")
            case .help: Output.line(PromptOrder.helpText)
            case .quit: return false
            case .none: break
            }
        } catch let refusal as PromptOrder.Refusal {
            Output.error("\(refusal)")
        }
        return true
    }

    private func watchEvents() async {
        guard isVerbose else { return }
        for await event in fleet.events() { Output.error("box \(event.box): \(event.what)") }
    }

    private static func line(_ box: BoxSnapshot) -> String {
        let cable = box.isPlugged ? box.isHostPresent ? "host" : "no host" : "unplugged"
        let boot = box.boot == 0 ? "-" : String(box.boot, radix: 16)
        return "\(box.number) \(box.uid) \(cable), \(box.light), boot \(boot), next \(box.next),"
            + " waiting \(box.unreceipted), dropped \(box.dropped), bad frames \(box.badFrames)"
    }
}
