import Foundation
import Ratings
import Testing

@Suite("Why the system refused a file")
struct SystemReasonTests {
    @Test("it is told in the system's words, whether Foundation kept them or only a code of its own")
    func words() {
        let folder = NSTemporaryDirectory()
        #expect(
            reason { _ = try Data(contentsOf: URL(fileURLWithPath: folder + "/nowhere")) }
                == "No such file or directory")
        #expect(
            reason { try FileManager.default.removeItem(atPath: folder + "/nowhere") } == "No such file or directory")
        #expect(reason { try Data([1]).write(to: URL(fileURLWithPath: "/dev/full")) } == "No space left on device")
        #expect(reason { throw CocoaError(.fileWriteVolumeReadOnly) } == "Read-only file system")
        #expect(reason { throw POSIXError(.EIO) } == "Input/output error")
    }

    private func reason(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return error.systemReason
        }
    }
}
