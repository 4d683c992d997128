import Foundation
import Logging
import Synchronization
import Testing

@testable import Watching

@Suite("Log lines for the journal")
struct JournalLogHandlerTests {
    /// Lines written, and a logger that writes them.
    private final class Page: Sendable {
        private let text = Mutex("")
        var lines: [String] {
            text.withLock { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        }
        var logger: Logger {
            Logger(label: "test") { _ in
                JournalLogHandler { line in self.text.withLock { $0 += line } }
            }
        }
    }

    @Test("a line bears its priority and its details, and no time of its own")
    func line() {
        let page = Page()
        var log = page.logger
        log[metadataKey: "port"] = "/dev/ttyUSB0"
        log.warning("box is silent", metadata: ["device": "5300"])
        log.info("below the level")
        log.error("no room")
        #expect(page.lines == ["<4>box is silent device=5300 port=/dev/ttyUSB0", "<3>no room port=/dev/ttyUSB0", ""])
    }

    @Test("what a box or an error brings along begins no line of its own")
    func oneLine() {
        let page = Page()
        page.logger.notice("box connected", metadata: ["model": "HL\n<0>kernel panic\r\n"])
        #expect(page.lines == ["<5>box connected model=HL <0>kernel panic", ""])
    }

    @Test("only a stream that is stderr itself is the journal")
    func stream() {
        var status = stat()
        #expect(fstat(STDERR_FILENO, &status) == 0)
        #expect(JournalLogHandler.isStandardError("\(status.st_dev):\(status.st_ino)"))
        #expect(!JournalLogHandler.isStandardError("\(status.st_dev):\(status.st_ino + 1)"))
        #expect(!JournalLogHandler.isStandardError(""))
    }
}
