import KioskProtocol
import Simulator

/// What a tiny host keeps: the presses, and what it noticed of the lines.
struct TestLedger: Sendable {
    struct Boot: Sendable {
        var next: UInt32 = 0
        var dropped: UInt32 = 0
        var presses: [UInt32: PressReport] = [:]
    }

    /// What was noticed at one box.
    struct Line: Sendable {
        var bytes = 0
        var reads = 0
        /// Reads that ended in the middle of a frame.
        var cutReads = 0
        var badFrames = 0
        var resends = 0
        var connections = 0
        var openings = 0
        var refusals: [RefusalReason] = []
        var hello: Hello?
    }

    var boots: [UInt64: Boot] = [:]
    var devices: [UInt64: String] = [:]
    var lines: [Int: Line] = [:]
    /// Presses that came again with other bytes.
    var conflicts = 0
    var gaps = 0

    var stored: Set<LoggedPress> {
        var all: Set<LoggedPress> = []
        for (boot, kept) in boots {
            for (sequence, report) in kept.presses {
                let button = Int(report.record.button) + 1
                all.insert(
                    LoggedPress(device: devices[boot] ?? "", boot: boot, sequence: sequence, button: button))
            }
        }
        return all
    }

    var reports: [PressReport] { boots.values.flatMap(\.presses.values) }

    mutating func keep(_ report: PressReport, of device: String) {
        devices[report.boot] = device
        var boot = boots[report.boot] ?? Boot()
        if let kept = boot.presses[report.record.sequence] {
            if kept.record != report.record { conflicts += 1 }
            return
        }
        boot.presses[report.record.sequence] = report
        boot.next = max(boot.next, report.record.sequence + 1)
        boots[report.boot] = boot
    }
}
