import Ratings

extension Directory {
    /// The cells `since` and `until` of a record.
    func cells(of record: some Dated) -> [String] {
        [cell(record.since), record.until.map { cell($0) } ?? ""]
    }

    /// The cell of a moment.
    func cell(_ instant: Instant) -> String { MomentCell.format(instant, in: settings.zone) }
}
