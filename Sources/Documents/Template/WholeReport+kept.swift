import Foundation
import Ratings
import Reports

extension WholeReport {
    /// All that can be kept of a report.
    public struct Kept: Sendable {
        /// The report in each form.
        public var report: [PaperFormat: Data] = [:]
        /// Both annexes as a workbook; nil where there is no report.
        public var workbook: Data?
        /// The fields for which nobody has given a value yet; where there is one, there is no report.
        public var open: [ReportField] = []
        /// What only Word can set; where there is something, the report is there as DOCX alone.
        public var onlyInWord: [String] = []
    }

    /// The report of frozen figures, with what persons had written by then; nil where no texts were frozen with them.
    public init?(_ frozen: FrozenReport) {
        guard let written = frozen.written else { return nil }
        self.init(
            table: frozen.table, dossiers: frozen.figures.dossiers(by: .unit), settings: frozen.paper,
            written: ReportField.texts(written), last: ReportField.texts(frozen.last ?? [:]),
            zone: frozen.timeZone)
    }

    /// The report in every form that can be kept of it.
    /// - Throws: `TemplateError` with what is wrong in the template itself; `DocumentError`, `PaperError`.
    public func kept(from template: ReportTemplate) throws -> Kept {
        var kept = Kept()
        do {
            kept.report[.docx] = try docx(from: template)
        } catch let error as TemplateError where error.faults.allSatisfy(\.reason.isOpen) {
            let names = Set(error.faults.map(\.field))
            kept.open = ReportField.allCases.filter { names.contains($0.rawValue) }
            return kept
        }
        kept.workbook = try workbook()
        do {
            let paper = try paper(from: template)
            for form in [PaperFormat.pdf, .html] { kept.report[form] = try PaperWriter.bytes(of: paper, as: form) }
        } catch let error as TemplateError where error.faults.allSatisfy({ $0.reason == .onlyInWord }) {
            kept.onlyInWord = Set(error.faults.map(\.field)).sorted()
        }
        return kept
    }
}

extension TemplateError.Fault.Reason {
    fileprivate var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}
