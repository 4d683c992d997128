/// Why a workbook is not read.
public struct WorkbookError: Error, Hashable, Sendable {
    /// The sheet, where the trouble is in one.
    public var sheet: String?
    /// What is wrong.
    public var why: String
    /// What to do next.
    public var remedy: String

    init(_ why: String, remedy: String = WorkbookError.saveAgain) {
        (self.why, self.remedy) = (why, remedy)
    }

    static let saveAgain = "Open it in Excel or LibreOffice and save it anew as .xlsx, or as CSV UTF-8."
    static let split = "Split it, or remove what does not belong to the table."
}
