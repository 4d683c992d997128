import Foundation

/// Many boxes on ptys, all on the calling thread. It is cheap, so that the service is what is measured.
final class Load {
    private let folder: String
    private let boxes: [LoadBox]
    private var lines: [pollfd] = []
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)

    /// Boxes whose ports are entries of `folder`.
    init(boxes count: Int, in folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let now = Self.milliseconds
        boxes = try (0..<count).map { try LoadBox(uid: BenchCentre.uid($0), now: now) }
        for (number, box) in boxes.enumerated() {
            guard symlink(box.pty.path, "\(folder)/box\(number)") == 0 else {
                throw BenchError("no link in \(folder): \(String(cString: strerror(errno)))")
            }
        }
    }

    deinit {
        buffer.deallocate()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Presses that were acknowledged.
    var acknowledged: Int { boxes.reduce(0) { $0 + Int($1.acknowledged) } }
    /// Presses that were sent more than once.
    var resends: Int { boxes.reduce(0) { $0 + $1.resends } }

    /// Waits until the service has opened every port and welcomed every box.
    func connect(within limit: Duration = .seconds(60)) throws {
        let deadline = ContinuousClock.now + limit
        // A pty without a host is always ready to be read: until all have one, they are looked at in turn.
        while boxes.contains(where: { !$0.isLinked }) {
            guard ContinuousClock.now < deadline else {
                throw BenchError("only \(boxes.count { $0.isLinked }) of \(boxes.count) boxes were welcomed")
            }
            for box in boxes { box.read(into: buffer, now: Self.milliseconds) }
            usleep(2000)
        }
        lines = boxes.map { pollfd(fd: $0.pty.master, events: Int16(POLLIN), revents: 0) }
    }

    /// Only answers, for so long.
    func idle(for duration: Duration) {
        let end = ContinuousClock.now + duration
        while ContinuousClock.now < end { wait(until: end) { _ in } }
    }

    /// Presses as fast as receipts allow for so long, then waits for what is under way.
    func rush(for duration: Duration) throws -> Rush {
        var rush = Rush(began: .now, acknowledged: acknowledged, cpu: OwnTime.cpu)
        for box in boxes { box.pressAll(now: Self.milliseconds) }
        let end = rush.began + duration
        while ContinuousClock.now < end { wait(until: end) { $0.pressAll(now: Self.milliseconds) } }
        rush.finish(acknowledged: acknowledged, cpu: OwnTime.cpu)
        try settle()
        return rush
    }

    /// How long the last presses may wait for their ACKs.
    private static let patience = Duration.seconds(20)

    /// Waits until all that was pressed is acknowledged.
    private func settle() throws {
        let end = ContinuousClock.now + Self.patience
        while boxes.contains(where: { !$0.isSettled }) {
            guard ContinuousClock.now < end else { throw BenchError("some presses were not acknowledged") }
            wait(until: end) { _ in }
        }
    }

    /// Presses every `pause`, one box after the other, as long as `goesOn` says so; how long it took from each press
    /// until its ACK could be read, and none left out. `between` is called once after each press, when nothing is under
    /// way.
    func press(
        every pause: Duration, between: () throws -> Void = {}, while goesOn: (Int) -> Bool
    ) throws -> [Duration] {
        var waiting: [(box: LoadBox, awaited: UInt32, since: ContinuousClock.Instant)] = []
        var times: [Duration] = []
        let began = ContinuousClock.now
        var number = 0
        func listen(until end: ContinuousClock.Instant) {
            wait(until: end) { _ in }
            let now = woken
            waiting.removeAll { press in
                guard press.box.acknowledged >= press.awaited else { return false }
                times.append(press.since.duration(to: now))
                return true
            }
        }
        while goesOn(number) {
            let due = began + pause * number
            var isBetween = false
            while ContinuousClock.now < due {
                listen(until: due)
                guard waiting.isEmpty, !isBetween, ContinuousClock.now.duration(to: due) > pause / 2 else { continue }
                isBetween = true
                try between()
            }
            let box = boxes[number % boxes.count]
            let since = ContinuousClock.now
            box.press(now: Self.milliseconds)
            waiting.append((box, box.made, since))
            number += 1
        }
        let end = ContinuousClock.now + Self.patience
        while !waiting.isEmpty {
            guard ContinuousClock.now < end else { throw BenchError("some presses were not acknowledged") }
            listen(until: end)
        }
        return times
    }

    /// When the last wait for the boxes ended.
    private var woken = ContinuousClock.now

    /// When it is next looked for presses that nobody answers.
    private var sweepAt = ContinuousClock.now

    /// Waits for the boxes until `end` at most, once, and lets them answer.
    private func wait(until latest: ContinuousClock.Instant, _ then: (LoadBox) -> Void) {
        if ContinuousClock.now >= sweepAt {
            for box in boxes { box.resend(now: Self.milliseconds) }
            sweepAt = .now + .milliseconds(500)
        }
        let end = min(latest, sweepAt)
        let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
        let ready = poll(&lines, nfds_t(lines.count), Int32(max(0, left.rounded(.up))))
        woken = .now
        guard ready > 0 else { return }
        let now = Self.milliseconds
        for (index, box) in boxes.enumerated() where lines[index].revents != 0 {
            box.read(into: buffer, now: now)
            then(box)
        }
    }

    /// Milliseconds of the monotonic clock.
    private static var milliseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
