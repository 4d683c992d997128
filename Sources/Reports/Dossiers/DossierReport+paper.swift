import Ratings

extension DossierReport {
    /// Phụ lục I as a paper of its own.
    public func paper(_ settings: PaperSettings, zone: Zone, anchor: TableNotes.Anchor?, made: Instant) -> Paper {
        Paper(
            title: title.joined(separator: " "), author: settings.issuer, made: made, state: settings.state,
            parts: [part(settings, zone: zone, anchor: anchor)])
    }

    /// Phụ lục I as a part of a report. It lies across: its columns are more than an upright page has room for.
    public func part(_ settings: PaperSettings, zone: Zone, anchor: TableNotes.Anchor?) -> Paper.Part {
        var blocks: [Block] = [.title(settings.preset == .source ? "PHỤ LỤC I" : "Phụ lục I", .kind)]
        blocks += title.dropFirst().map { .title($0, .subject) }
        blocks.append(.title(settings.attachedTo("Báo cáo"), .attachment))
        if let replaced = settings.replaces { blocks.append(.title("(Thay thế \(replaced))", .attachment)) }
        blocks.append(.table(paperTable))
        let notes =
            DossierRenderer.notes(self) + [anchor.map { NotesText.reference(to: $0, zone: zone) }].compactMap(\.self)
        if !notes.isEmpty { blocks.append(.notes(notes)) }
        return Paper.Part(name: "Phụ lục I", orientation: .landscape, blocks: blocks)
    }

    /// The table with its two rows of headings, the sums, and the shares in their own bases.
    public var paperTable: PaperTable {
        let first = 2
        let entries = rows.map { row in
            PaperTable.Row(
                .entry, [.init(.ordinal(row.ordinal)), .init(.text(row.name))] + row.counts.map { .init(.count($0)) })
        }
        let sums = total.map { PaperTable.Cell(.count($0), from: .sumOfRows(0..<rows.count)) }
        let shareCells = shares.enumerated().map { index, share in
            PaperTable.Cell(
                share.map { .share($0, decimals: decimals) } ?? .empty,
                from: share.map { _ in
                    .share(
                        rows: [rows.count], column: first + index, ofRow: rows.count, ofColumn: first + base(of: index))
                })
        }
        return PaperTable(
            columns: [.init(weight: 0.8, alignment: .centre), .init(weight: 4, alignment: .left)]
                + columns.map { _ in .init(weight: 1.5, alignment: .right) },
            heading: heading,
            rows: entries + [
                .init(.total, [.init(.empty), .init(.text("Tổng cộng"))] + sums),
                .init(.shares, [.init(.empty), .init(.text("Tỷ lệ %"))] + shareCells),
            ])
    }

    private var heading: [[PaperTable.Heading]] {
        let names = ["STT", nameHeading]
        guard groups.contains(where: { $0.title != nil }) else { return [(names + headings).map { .init($0) }] }
        var upper = names.map { PaperTable.Heading($0, rows: 2) }
        var lower: [PaperTable.Heading] = []
        for group in groups {
            if let title = group.title {
                upper.append(.init(title, columns: group.columns.count))
                lower += headings[group.columns].map { .init($0) }
            } else {
                upper += headings[group.columns].map { .init($0, rows: 2) }
            }
        }
        return [upper, lower]
    }
}
