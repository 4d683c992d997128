import Dispatch
import Foundation
import Testing

@testable import Devices

@Suite("Closing a port")
struct PortCloserTests {
    @Test("row 10: closings that hang in a driver hold nobody up, and end by themselves")
    func hanging() async {
        let driver = DispatchSemaphore(value: 0)
        let (closed, close) = AsyncStream<Int32>.makeStream()
        let closer = PortCloser(patience: .milliseconds(20)) { descriptor in
            driver.wait()
            close.yield(descriptor)
        }
        // More than there are threads for tasks: were these held, nothing else would run.
        await withTaskGroup(of: Bool.self) { group in
            for descriptor in 1...64 { group.addTask { await closer.close(Int32(descriptor)) } }
            for await isClosed in group { #expect(!isClosed) }
        }
        for _ in 1...64 { driver.signal() }
        var seen: Set<Int32> = []
        for await descriptor in closed {
            seen.insert(descriptor)
            if seen.count == 64 { break }
        }
        #expect(seen == Set(1...64))
    }

    @Test("a closed port is closed, and its line free")
    func closes() async throws {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        #expect(await PortCloser().close(ends[1]))
        var byte: UInt8 = 0
        #expect(read(ends[0], &byte, 1) == 0)
        close(ends[0])
    }
}
