import Foundation

/// What the simulator's log says, for comparison with a ledger.
///
/// Right is a ledger that holds every press of `required` and none outside of `allowed`: a press whose box lost its
/// ring may have been stored just before, with the receipt still on its way.
public struct PressLog: Sendable {
    /// A log that cannot be read.
    public struct Failure: Error, CustomStringConvertible {
        /// What, where and why.
        public var description: String
    }

    /// Presses that must be stored.
    public private(set) var required: Set<LoggedPress> = []
    /// Presses that may be stored: those required, and those that a cold start erased.
    public private(set) var allowed: Set<LoggedPress> = []
    /// Presses whose life of the ring never got a boot id: no byte of them was ever sent.
    public private(set) var unnamed = 0
    /// Presses that got a slot, wherever they ended.
    public private(set) var presses = 0
    /// Presses that found the ring full.
    public private(set) var dropped = 0
    /// Presses that a cold start erased.
    public private(set) var wiped = 0

    private struct Life: Hashable {
        var device: String
        var number: Int
    }

    private struct Made: Hashable {
        var sequence: UInt32
        var button: Int

        init(_ line: PressLogLine) {
            sequence = line.sequence ?? 0
            button = line.button ?? 0
        }
    }

    /// Reads the log at `path`, also while a simulator writes it: a last line without its end is left out.
    public static func read(_ path: String) throws(Failure) -> PressLog {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(description: "\(path): cannot be read. Name the file that --log of the simulator names.")
        }
        return try PressLog(text: String(decoding: data, as: UTF8.self), file: path)
    }

    init(text: String, file: String) throws(Failure) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        lines.removeLast()
        guard lines.first.map(String.init) == PressLogLine.header else {
            throw Failure(description: "\(file):1: is not '\(PressLogLine.header)'. This is no log of a simulator.")
        }
        var boots: [Life: UInt64] = [:]
        var made: [Life: Set<Made>] = [:]
        var erased: [Life: Set<Made>] = [:]
        for (index, text) in lines.enumerated().dropFirst() {
            guard let line = PressLogLine(text) else {
                throw Failure(description: "\(file):\(index + 1): '\(text)' is no line of a log. It was changed.")
            }
            let life = Life(device: line.device, number: line.life)
            switch line.event {
            case .boot: boots[life] = line.boot
            case .dropped: dropped += 1
            case .press:
                presses += 1
                made[life, default: []].insert(Made(line))
            case .wiped:
                wiped += 1
                erased[life, default: []].insert(Made(line))
            }
        }
        for (life, presses) in made {
            guard let boot = boots[life] else {
                unnamed += presses.count
                continue
            }
            let gone = erased[life] ?? []
            for press in presses {
                let logged = LoggedPress(
                    device: life.device, boot: boot, sequence: press.sequence, button: press.button)
                allowed.insert(logged)
                if !gone.contains(press) { required.insert(logged) }
            }
        }
    }

    /// Required presses that are not in `stored`.
    public func missing(from stored: Set<LoggedPress>) -> Set<LoggedPress> { required.subtracting(stored) }

    /// Presses in `stored` that no box made.
    public func extra(in stored: Set<LoggedPress>) -> Set<LoggedPress> { stored.subtracting(allowed) }
}
