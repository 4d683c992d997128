import ArgumentParser
import Foundation
import Ratings
import Store

/// `hailong verify`: walks the chain and compares it with anchors.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Checks that nobody altered, removed or added a row of the ledger.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "A copy of anchors.log kept elsewhere, to compare with as well.")
    var against: String?

    func run() async throws {
        let store = try Store(checking: try common.folder())
        var anchors: [Anchor] = []
        if let against {
            guard FileManager.default.fileExists(atPath: against) else {
                throw CommandFailure.cannotRun("no file \(against): name a copy of anchors.log.")
            }
            anchors = try Store.anchors(in: against)
            guard !anchors.isEmpty else { throw CommandFailure.refused("\(against) holds no anchor.") }
        }
        let result = try store.verify(against: anchors)
        Output.line("\(result.rows) rows, \(result.anchors) anchors, head \(result.hash)")
        // A record that makes no sense is among the findings; there are no gaps to tell then.
        for count in (try? store.gaps()) ?? [] where count.missing > 0 {
            let gap = count.gap
            Output.line(
                "gap: box \(gap.device), boot \(String(gap.boot, radix: 16)), \(count.missing) of sequences "
                    + "\(gap.from)..<\(gap.to) missing, \(gap.cause.rawValue)")
        }
        for finding in result.findings { Output.line("FINDING: \(finding.description)") }
        for explained in result.explained { Output.line("note: \(explained)") }
        guard result.findings.isEmpty else { throw CommandFailure.refused(nil) }
        Output.line("the chain holds")
    }
}
