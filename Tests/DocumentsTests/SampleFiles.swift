import Documents
import Foundation
import Testing

/// Writes the samples into the folder that `HAILONG_PAPERS` names, to be looked at.
@Suite("Samples")
struct SampleFiles {
    private static let folder = ProcessInfo.processInfo.environment["HAILONG_PAPERS"]

    @Test("every sample is written in every form")
    func write() throws {
        for (name, paper) in try PaperSamples.all() {
            for format in PaperFormat.allCases {
                let bytes = try PaperWriter.bytes(of: paper, as: format)
                #expect(bytes.count > 1000, "\(name).\(format.rawValue)")
                guard let folder = Self.folder else { continue }
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try bytes.write(to: URL(fileURLWithPath: "\(folder)/\(name).\(format.rawValue)"))
            }
        }
    }
}
