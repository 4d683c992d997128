import ArgumentParser
import Foundation
import Intake
import Office
import Ratings
import Reports
import Store

/// Whether a document is the kept one, or made of today's figures.
struct KeptOptions: ParsableArguments {
    @Option(name: .long, help: "This edition as it was kept; default the one for signature or issued, if there is one.")
    var edition: Int?

    @Flag(name: .long, help: "Today's figures as a draft, whatever was issued.")
    var live = false

    func validate() throws {
        guard edition == nil || !live else { throw ValidationError("Give --edition or --live, not both.") }
    }

    /// The kept edition of a period, told on stderr; nil where today's figures are to be shown.
    func edition(of period: String?, in archive: ReportArchive, zone: Zone) throws -> ReportEdition? {
        guard let period else {
            guard edition == nil else { throw CommandFailure.usage("--edition goes with --month or --period.") }
            return nil
        }
        guard !live, let kept = try archive.edition(edition, of: period) else { return nil }
        Output.error(
            "Bản \(kept.number) của kỳ \(period) (\(PeriodStanding.state(kept.state))), số liệu chốt lúc "
                + "\(MomentText.format(kept.submitted, in: zone)). Số liệu hôm nay: --live.")
        if try !archive.difference(of: kept, at: SystemClock().read().wall).isEmpty {
            Output.error("Số liệu đã thay đổi từ khi chốt: xem 'hailong report diff --period \(period)'.")
        }
        return kept
    }

    /// Refuses options that would change what was kept of an edition.
    func refuse(_ options: [String], beside edition: ReportEdition) throws {
        guard !options.isEmpty else { return }
        let anew =
            switch edition.state {
            case .forSignature: "take it back with 'hailong report issue withdraw' and submit it anew"
            case .issued: "replace it with 'hailong report issue submit --replacement'"
            case .withdrawn: "submit the report anew"
            }
        throw CommandFailure.refused(
            "\(options.joined(separator: ", ")): edition \(edition.number) of \(edition.period) is given as it was kept. "
                + "Leave them out, make a draft of today's figures with --live, or \(anew).")
    }

    /// Says that a table was not kept with the edition that there is; with `--edition` that is refused.
    func tellNotKept(of kept: ReportEdition) throws {
        guard edition == nil else {
            throw CommandFailure.refused(
                "edition \(kept.number) of \(kept.period) keeps no such table. Leave --edition out for today's figures, "
                    + "or see what it keeps with 'hailong report issue export'.")
        }
        Output.error("Lưu ý: bản \(kept.number) không lưu bảng này; đây là số liệu hôm nay.")
    }
}
