import Documents
import Foundation
import Ratings
import Reports
import Store

/// Resident memory of a process that makes 1,000 documents of the golden month, each form in its turn: this program again,
/// in which nothing else has been measured.
struct PaperMemory: Benchmark {
    static let name = "memory"
    /// With which this program is started for it, and the golden month's data folder behind that.
    static let argument = "--make-papers"
    private static let early = 100
    private static let all = 1_000

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        let golden = try await workshop.goldenMonth()
        let output = workshop.folder + "/memory.log"
        let time = try Command.time("/proc/self/exe", [Self.argument, golden.path, output], log: output)
        let sizes = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").compactMap { Double($0) }
        guard sizes.count == 2 else { throw BenchError("\(output) has no two sizes") }
        let ratio = sizes[1] / sizes[0]
        return [
            ResultRow(
                what: "resident memory after \(Format.whole(Double(Self.all))) documents (\(Format.time(time)))",
                measured: "\(Format.two(sizes[1])) MiB",
                bound: "after \(Self.early): \(Format.two(sizes[0])) MiB, growth "
                    + "\(Format.two(1024 * (sizes[1] - sizes[0]) / Double(Self.all - Self.early))) KiB a document",
                ratio: Format.two(ratio), target: "≤ 1.05", isReached: ratio <= 1.05)
        ]
    }

    /// Makes the documents, and writes the two sizes in MiB into the file `output`.
    static func makePapers(of golden: String, into output: String) throws {
        let paper = try Workshop.goldenPaper(in: golden)
        var sizes: [Double] = []
        for number in 0..<all {
            let bytes = try PaperWriter.bytes(of: paper, as: PaperFormat.allCases[number % PaperFormat.allCases.count])
            guard !bytes.isEmpty else { throw BenchError("an empty document") }
            if number + 1 == early || number + 1 == all { sizes.append(try OwnMemory.resident) }
        }
        try sizes.map { String($0) }.joined(separator: "\n").write(toFile: output, atomically: false, encoding: .utf8)
    }
}
