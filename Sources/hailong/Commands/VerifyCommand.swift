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
        guard result.findings.isEmpty else { throw CommandFailure.refused(nil) }
        Output.line("the chain holds")
    }
}

extension Verification.Finding {
    /// What is wrong, where, and what it means.
    var description: String {
        switch self {
        case .altered(let position, let table): "row \(position) (\(table)) was altered"
        case .missing(let position): "row \(position) is missing"
        case .inserted(let position, let table): "row \(position) (\(table)) was inserted"
        case .alteredOrInserted(let position, let table):
            "row \(position) (\(table)), the last, was altered or inserted"
        case .cutTail(let last, let anchor):
            "the ledger ends at row \(last), but had \(anchor.position) rows at \(MomentText.utc(anchor.at)): "
                + "its tail was cut, or an older copy was put back"
        case .rewritten(let anchor):
            "row \(anchor.position) is not the one anchored at \(MomentText.utc(anchor.at)): the ledger was written anew"
        case .otherLedger(let anchor):
            "the anchor of \(MomentText.utc(anchor.at)) is of another ledger (\(String(anchor.ledger, radix: 16)))"
        case .record(let kind, let key): "the record \(kind) \(key) is not what the changes made of it"
        case .ratings(let missing, let extra):
            "\(missing) presses have no rating, \(extra) ratings no press: run 'hailong reproject'"
        case .tallies(let cells):
            "\(cells) cells of the tables are not what the ratings add up to: run 'hailong reproject'"
        case .personal(let position): "the personal note of row \(position) is not the one that came with it"
        }
    }
}
