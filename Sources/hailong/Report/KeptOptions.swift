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

    /// The kept edition of a month with rows of `kind`, told on stderr; nil where today's figures are to be shown.
    func report(of month: String?, by kind: RowKind?, bom: Bool, in store: Store) throws -> KeptReport? {
        guard let month, let kind else {
            guard edition == nil else {
                throw CommandFailure.usage("--edition goes with a month and the plain table of its ratings.")
            }
            return nil
        }
        guard !live else { return nil }
        let archive = ReportArchive(store: store)
        guard let kept = try archive.kept(of: month, by: kind, edition: edition) else {
            if let other = try archive.edition(nil, of: month) {
                Output.error("Lưu ý: bản \(other.number) của kỳ \(month) chia dòng cách khác; đây là số liệu hôm nay.")
            }
            return nil
        }
        let submitted = MomentText.format(kept.submitted, in: store.directory.settings.zone)
        Output.error(
            "Bản \(kept.number) của kỳ \(month) (\(PeriodStanding.state(kept.state))), số liệu chốt lúc \(submitted). "
                + "Số liệu hôm nay: --live.")
        if try !archive.difference(of: kept, at: SystemClock().read().wall).isEmpty {
            Output.error("Số liệu đã thay đổi từ khi chốt: xem 'hailong report diff --month \(month)'.")
        }
        return KeptReport(archive: archive, edition: kept, bom: bom)
    }
}
