import Foundation
import Ratings
import Workbooks

/// The workbook in which people write a directory: a sheet for each kind, with its headings.
public enum Template {
    /// The workbook. What stands above the headings, an example among it, is not read when it is imported.
    /// - Throws: `WorkbookError`, or what the system says of the temporary folder.
    public static func workbook() throws -> Data {
        try PlainWorkbook(sheets: FileKind.allCases.map(sheet)).bytes()
    }

    private static func sheet(_ kind: FileKind) -> PlainWorkbook.Sheet {
        let name = Words.kind(kind)
        let fields = kind.format.fields
        let head: [(style: PlainWorkbook.Style, cells: [String])] = [
            (.title, ["\(name.uppercased()) (\(kind.rawValue))"]),
            (.note, [Words.template(required: fields.filter(\.isRequired).map(\.title))]),
        ]
        return PlainWorkbook.Sheet(
            name: name.prefix(1).uppercased() + name.dropFirst(),
            rows: head + examples(of: kind).map { (.note, $0) } + [(.heading, fields.map(\.title))])
    }

    /// Rows as they may be written, in the order of the fields. All of them together are a directory.
    static func examples(of kind: FileKind) -> [[String]] {
        switch kind {
        case .centre: [["Trung tâm Phục vụ hành chính công", "Văn phòng UBND tỉnh", "01/01/2019", ""]]
        case .sites: [["TT", "Trụ sở Trung tâm", "01/01/2019", ""]]
        case .units: [["SXD", "Sở Xây dựng", "1", "", "01/01/2019", "", ""]]
        case .fields: [["XD", "Cấp phép xây dựng", "1"]]
        case .counters: [["Q01", "Quầy số 1", "TT", "SXD", "01/01/2019", ""]]
        case .officers: [["CB01", "Nguyễn Văn An", "Sở Xây dựng", "chính thức"]]
        case .boxes: [["5300000000000001", "TB01", ""]]
        case .assignments: [["5300000000000001", "Q01", "01/01/2019 07:00", ""]]
        case .scales:
            [["nam-cot", "01/01/2019", "1", "dich-vu", "satisfied_service", "Hài lòng với dịch vụ", "Satisfied"]]
        case .settings: [[Setting.Name.decimals.rawValue, "", "01/01/2019", "2"]]
        case .calendar: [["buổi", "thứ hai", "", "sáng", "07:00", "11:00", "01/01/2019", ""]]
        case .periods: [["2020-06", "16/05/2020", "15/06/2020"]]
        case .dossierColumns:
            [
                ["mot-cua", "01/01/2019", "Cơ quan", "đơn vị", "", "", "", "", ""],
                ["mot-cua", "01/01/2019", "Tiếp nhận > Tổng số", "received_total", "tổng số", "", "", "", "4.052"],
            ]
        case .roster: [["15/06/2020", "sáng", "Q01", "CB01", "SXD", "", ""]]
        }
    }
}
