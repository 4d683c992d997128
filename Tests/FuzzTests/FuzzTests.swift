import Foundation
import FuzzTargets
import Testing

@Suite("What libFuzzer found or went through")
struct FuzzTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/fuzz")

    private static func cases(of target: FuzzTarget) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder.appendingPathComponent(target.rawValue), includingPropertiesForKeys: nil)
    }

    @Test("every kept input comes out as it must", arguments: FuzzTarget.allCases)
    func keptInputs(of target: FuzzTarget) async throws {
        let cases = try Self.cases(of: target)
        #expect(!cases.isEmpty)
        for file in cases {
            do {
                try await target.run([UInt8](Data(contentsOf: file)))
            } catch {
                Issue.record("\(target)/\(file.lastPathComponent): \(error)")
            }
        }
    }

    @Test("what is kept stays small")
    func size() throws {
        var (count, bytes) = (0, 0)
        for target in FuzzTarget.allCases {
            for file in try Self.cases(of: target) {
                (count, bytes) = (count + 1, bytes + (try Data(contentsOf: file)).count)
            }
        }
        #expect(count <= 200)
        #expect(bytes <= 200_000)
    }
}
