/// What the rows of a table of dossiers are.
public enum DossierRows: String, Codable, Hashable, Sendable, CaseIterable {
    case unit, field
}

/// How the files that a one-stop system exports are read: a column map (bộ cột). Dated, since exports change.
public struct DossierColumns: VersionedRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.dossierColumns

    /// A column with the names of the rows.
    public struct Names: Codable, Hashable, Sendable {
        /// What the rows are where this column is there.
        public var rows: DossierRows
        /// Its heading in the file.
        public var heading: String

        /// A column of names.
        public init(rows: DossierRows, heading: String) {
            (self.rows, self.heading) = (rows, heading)
        }
    }

    /// Short code, never reused.
    public var code: String
    /// From when this version holds; a newer version of the code ends it.
    public var since: Instant
    /// The columns that tell the rows; a file has one of them.
    public var names: [Names]
    /// The columns of counts, in the order in which they are printed. A file has all of them.
    public var columns: [DossierColumn]
    /// Headings of columns that are read over.
    public var ignored: [String]

    /// A dated column map.
    public init(code: String, since: Instant, names: [Names], columns: [DossierColumn], ignored: [String] = []) {
        (self.code, self.since) = (code, since)
        (self.names, self.columns, self.ignored) = (names, columns, ignored)
    }

    /// Unique within its kind.
    public var key: String { "\(code)@\(since.milliseconds)" }
}

extension DossierColumns {
    /// The columns of Phụ lục I, in force where none were imported.
    public static let standard = DossierColumns(
        code: "phu-luc-i", since: Instant(milliseconds: 0),
        names: [
            Names(rows: .unit, heading: "Đơn vị"), Names(rows: .unit, heading: "Tên đơn vị"),
            Names(rows: .field, heading: "Lĩnh vực"),
        ],
        columns: [
            DossierColumn(code: "received_total", heading: received + "Tổng số", role: .total),
            DossierColumn(
                code: "carried_over", heading: received + "Kỳ trước", role: .part, of: "received_total", split: "origin"
            ),
            DossierColumn(
                code: "received_new", heading: received + "Số mới tiếp nhận", role: .part, of: "received_total",
                split: "origin"),
            DossierColumn(
                code: "resolved_total", heading: resolved + "Tổng số", role: .part, of: "received_total",
                split: "outcome"),
            DossierColumn(
                code: "resolved_early", heading: resolved + "Trước hạn", role: .part, of: "resolved_total",
                split: "time"),
            DossierColumn(
                code: "resolved_on_time", heading: resolved + "Đúng hạn", role: .part, of: "resolved_total",
                split: "time"),
            DossierColumn(
                code: "resolved_late", heading: resolved + "Quá hạn", role: .part, of: "resolved_total", split: "time"),
            DossierColumn(
                code: "in_progress_total", heading: inProgress + "Tổng số", role: .part, of: "received_total",
                split: "outcome"),
            DossierColumn(
                code: "in_progress_on_time", heading: inProgress + "Còn hạn", role: .part, of: "in_progress_total",
                split: "time"),
            DossierColumn(
                code: "in_progress_overdue", heading: inProgress + "Quá hạn", role: .part, of: "in_progress_total",
                split: "time"),
            DossierColumn(code: "returned", heading: "Số hồ sơ bị trả lại", role: .extra, of: "received_total"),
            DossierColumn(code: "online", heading: "Hồ sơ nhận qua trực tuyến", role: .subcount, of: "received_total"),
        ])

    private static let received = "Số hồ sơ nhận giải quyết > "
    private static let resolved = "Số hồ sơ đã giải quyết > "
    private static let inProgress = "Số hồ sơ đang giải quyết > "
}
