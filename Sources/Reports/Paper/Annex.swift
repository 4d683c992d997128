import Ratings

/// A table as an annex on paper: of the monthly report Phụ lục II, any other one without a number.
public struct Annex: Sendable {
    /// The figures.
    public var table: any ReportTable
    /// What stands around them.
    public var settings: PaperSettings
    /// The centre's zone, for the moments in notes.
    public var zone: Zone

    /// The annex with `table`.
    public init(_ table: any ReportTable, settings: PaperSettings, zone: Zone) {
        self.table = table
        self.settings = settings
        self.zone = zone
    }

    /// The annex as a paper of its own. What is never issued is no draft of anything either.
    public func paper(made: Instant) -> Paper {
        let sheet = table.sheet
        let state = table.isIssued ? settings.state : .issued
        return Paper(
            title: "\(name(of: sheet)) - \(sheet.title.joined(separator: " ")) \(table.periodTitle)",
            author: settings.issuer, made: made, state: state, parts: [part])
    }

    /// The annex as a part of a report.
    public var part: Paper.Part {
        let sheet = table.sheet
        let name = name(of: sheet)
        var blocks: [Block] = [.title(settings.preset == .source ? name.uppercased() : name, .kind)]
        blocks += (sheet.title + [table.periodTitle]).map { .title($0, .subject) }
        if table.isIssued {
            blocks.append(.title(settings.attachedTo("Báo cáo"), .attachment))
            if let replaced = settings.replaces { blocks.append(.title("(Thay thế \(replaced))", .attachment)) }
        } else {
            blocks.append(.title("(Bảng tổng hợp, không ban hành riêng)", .attachment))
        }
        blocks += [table.block, .notes(NotesText.lines(of: table, zone: zone))]
        return Paper.Part(name: name, orientation: settings.orientation, blocks: blocks)
    }

    private func name(of sheet: TableSheet) -> String { sheet.annex ?? "Phụ lục" }
}
