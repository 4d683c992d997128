import Dispatch
import Foundation

/// Closes ports where nobody waits for them: the last close of a tty may hang in its driver for 30 s.
struct PortCloser: Sendable {
    /// Who asked waits this long at most; the close goes on by itself.
    var patience = Duration.seconds(2)
    /// Throws away what was not sent, then closes.
    var body: @Sendable (Int32) -> Void = { descriptor in
        tcflush(descriptor, TCIOFLUSH)
        Foundation.close(descriptor)
    }

    /// Closes on a thread of its own. False if it takes longer than our patience.
    func close(_ descriptor: Int32) async -> Bool {
        let bell = Bell()
        let body = self.body
        let thread = Thread {
            body(descriptor)
            bell.ring()
        }
        thread.stackSize = 64 << 10
        thread.start()
        return await bell.wait(upTo: patience)
    }
}
