/// A workbook (.xlsx): what its sheets say, before anybody knows what they mean.
public struct Workbook: Hashable, Sendable {
    /// One sheet.
    public struct Sheet: Hashable, Sendable {
        /// The name on its tab.
        public var name: String
        /// The rows with content, from the top.
        public var rows: [Row] = []
        /// The merged cells.
        public var merged: [CellRange] = []
    }

    /// One row.
    public struct Row: Hashable, Sendable {
        /// Its number at the sheet's edge, from 1.
        public var number: Int
        /// Its cells from column A to the last one with content.
        public var cells: [Cell]
    }

    /// The sheets that are shown, in order. Hidden ones are left out: people do not see what is in them.
    public var sheets: [Sheet]

    /// Whether bytes begin as every .xlsx does (and every other ZIP file).
    public static func isLikely(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    /// Reads a workbook.
    /// - Throws: `WorkbookError` where the bytes are no workbook, damaged, or beyond a limit.
    public init(_ bytes: some Collection<UInt8>, limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
        var reader = try WorkbookReader(bytes, limits: limits)
        sheets = try reader.sheets()
    }
}
