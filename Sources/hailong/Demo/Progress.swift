import Foundation
import Ratings

/// The line on stderr that shows that presses flow.
struct Progress {
    private let total: Int
    private var done = 0
    private let isTerminal = isatty(STDERR_FILENO) == 1

    init(total: Int) { self.total = total }

    mutating func advance(at moment: Instant, in zone: Zone) {
        done += 1
        // A file or a pipe gets a line now and then, a terminal one line that changes.
        guard isTerminal || done.isMultiple(of: 100) || done == total else { return }
        let text = "\(done)/\(total) presses, \(MomentText.format(moment, in: zone))"
        try? FileHandle.standardError.write(contentsOf: Data((isTerminal ? "\r\(text)" : text + "\n").utf8))
    }

    func finish(after duration: Duration) {
        let text = "played in \(duration.components.seconds) s"
        try? FileHandle.standardError.write(contentsOf: Data(((isTerminal ? "\n" : "") + text + "\n").utf8))
    }
}
