import CZip

/// Workbooks (.xlsx) made part by part, for what no spreadsheet program would write.
public struct TestWorkbook: Sendable {
    /// What stands in `sheetData` and after it, by the sheet's name.
    public var sheets: [(name: String, body: String)]
    /// The texts that cells share.
    public var strings: [String]
    /// What stands in `styleSheet`.
    public var styles: String
    /// Attributes of `workbookPr`.
    public var properties = ""
    /// Attributes of all `sheet` elements beside name and id.
    public var sheetAttributes = ""
    /// What stands before the first element of each part.
    public var prologue = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

    /// A workbook; `body` begins with `<row>`s, and what belongs after `sheetData` follows `<!--after-->`.
    public init(sheets: [(name: String, body: String)], strings: [String] = [], styles: String = "") {
        (self.sheets, self.strings, self.styles) = (sheets, strings, styles)
    }

    /// A workbook of one sheet "Sheet1".
    public init(_ body: String, strings: [String] = [], styles: String = "") {
        self.init(sheets: [("Sheet1", body)], strings: strings, styles: styles)
    }

    /// A workbook of one sheet of rows of texts; a cell of digits alone is a number.
    public init(rows: [[String]], name: String = "Sheet1", after: String = "") {
        let body = rows.map { row in
            "<row>"
                + row.map { cell in
                    !cell.isEmpty && cell.utf8.allSatisfy { (48...57).contains($0) }
                        ? "<c><v>\(cell)</v></c>" : "<c t=\"inlineStr\"><is><t>\(Self.escaped(cell))</t></is></c>"
                }.joined() + "</row>"
        }.joined()
        self.init(sheets: [(name, body + "<!--after-->" + after)])
    }

    /// Its parts, by their names.
    public var parts: [String: String] {
        let space = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = #"xmlns="http://schemas.openxmlformats.org/package/2006/relationships""#
        var list = ""
        var relations = ""
        var parts: [String: String] = [:]
        for (index, sheet) in sheets.enumerated() {
            let id = "rId\(index + 1)"
            list +=
                #"<sheet name="\#(Self.escaped(sheet.name))" sheetId="\#(index + 1)" \#(sheetAttributes) r:id="\#(id)"/>"#
            relations +=
                #"<Relationship Id="\#(id)" Type="\#(office)/worksheet" Target="worksheets/sheet\#(index + 1).xml"/>"#
            let halves = sheet.body.split(separator: "<!--after-->", maxSplits: 1, omittingEmptySubsequences: false)
            parts["xl/worksheets/sheet\(index + 1).xml"] =
                "<worksheet \(space)><sheetData>\(halves[0])</sheetData>\(halves.dropFirst().joined())</worksheet>"
        }
        relations += #"<Relationship Id="rIdS" Type="\#(office)/sharedStrings" Target="sharedStrings.xml"/>"#
        relations += #"<Relationship Id="rIdT" Type="\#(office)/styles" Target="/xl/styles.xml"/>"#
        parts["xl/sharedStrings.xml"] = "<sst \(space)>\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
        parts["xl/styles.xml"] = "<styleSheet \(space)>\(styles)</styleSheet>"
        parts["xl/_rels/workbook.xml.rels"] = "<Relationships \(package)>\(relations)</Relationships>"
        parts["xl/workbook.xml"] =
            "<workbook \(space) xmlns:r=\"\(office)\"><workbookPr \(properties)/><sheets>\(list)</sheets></workbook>"
        parts["_rels/.rels"] =
            #"<Relationships \#(package)><Relationship Id="rId1" Type="\#(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        return parts.mapValues { prologue + $0 }
    }

    /// The file.
    public var bytes: [UInt8] { Self.zip(parts.mapValues { Array($0.utf8) }) }

    /// A ZIP file of these entries; empty where libzip refuses.
    public static func zip(_ entries: [String: [UInt8]]) -> [UInt8] {
        guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { return [] }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else { return [] }
        var memory: [UnsafeMutableRawBufferPointer] = []
        defer { for buffer in memory { buffer.deallocate() } }
        for (name, bytes) in entries.sorted(by: { $0.key < $1.key }) {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
            buffer.copyBytes(from: bytes)
            memory.append(buffer)
            guard let content = zip_source_buffer(archive, buffer.baseAddress, UInt64(buffer.count), 0),
                zip_file_add(archive, name, content, 0) >= 0
            else { return [] }
        }
        guard zip_close(archive) == 0, zip_source_open(source) == 0 else { return [] }
        defer { zip_source_close(source) }
        var (all, piece) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while true {
            let count = Int(zip_source_read(source, &piece, UInt64(piece.count)))
            guard count > 0 else { return all }
            all += piece[..<count]
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
