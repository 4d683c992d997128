/// Reads the parts of a workbook (ECMA-376) that say what stands in its cells.
struct WorkbookReader {
    private let archive: ZipArchive
    private let limits: WorkbookLimits

    init(_ bytes: some Collection<UInt8>, limits: WorkbookLimits) throws(WorkbookError) {
        archive = try ZipArchive(bytes, limits: limits)
        self.limits = limits
    }

    /// All sheets that are shown.
    mutating func sheets() throws(WorkbookError) -> [Workbook.Sheet] {
        let root = RelationsPart(folder: "")
        let isThere = try read("_rels/.rels", root)
        let path = root.target(ofType: "officeDocument") ?? "xl/workbook.xml"
        let book = BookPart()
        guard isThere, try read(path, book), !book.sheets.isEmpty else {
            throw WorkbookError(
                "a ZIP file that is no Excel workbook (.xlsx)", remedy: "Save it as .xlsx or as CSV UTF-8.")
        }
        guard book.sheets.count <= limits.sheets else {
            throw WorkbookError("more than \(limits.sheets) sheets", remedy: WorkbookError.split)
        }
        let (folder, name) = Self.split(path)
        let relations = RelationsPart(folder: folder)
        _ = try read("\(folder)_rels/\(name).rels", relations)
        let strings = StringsPart(limits: limits)
        if let path = relations.target(ofType: "sharedStrings") { _ = try read(path, strings) }
        let styles = StylesPart()
        if let path = relations.target(ofType: "styles") { _ = try read(path, styles) }
        var sheets: [Workbook.Sheet] = []
        for entry in book.sheets where entry.isShown {
            guard let path = relations.target(ofID: entry.id, type: "worksheet") else { continue }
            let part = SheetPart(
                name: entry.name, strings: strings.strings, formats: styles.formats,
                countsFrom1904: book.countsFrom1904,
                limits: limits)
            guard try read(path, part) else { throw WorkbookError("the sheet '\(entry.name)' is missing inside") }
            sheets.append(part.sheet)
        }
        return sheets
    }

    private func read(_ path: String, _ handler: any XMLHandler) throws(WorkbookError) -> Bool {
        let reader = try XMLReader(handler)
        let isThere = try archive.read(path) { bytes throws(WorkbookError) in
            try reader.take(bytes, isFinal: false, of: path)
        }
        if isThere { try reader.take([], isFinal: true, of: path) }
        return isThere
    }

    /// Folder, with its slash, and name.
    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }
}

/// Which parts belong to a part.
final class RelationsPart: XMLHandler {
    let failure: WorkbookError? = nil
    private let folder: String
    private var relations: [(id: String, type: String, target: String)] = []

    /// Relations of a part in `folder`, which ends with a slash or is empty.
    init(folder: String) {
        self.folder = folder
    }

    /// The path of the first part of a type, told by the end of the type's address.
    func target(ofType type: String) -> String? { relations.first { $0.type.hasSuffix("/" + type) }?.target }

    /// The path of the part with this id, where it is of the type.
    func target(ofID id: String, type: String) -> String? {
        relations.first { $0.id == id && $0.type.hasSuffix("/" + type) }?.target
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"]
        else { return }
        relations.append((id, type, path(to: target)))
    }

    func end(_ name: String) {}
    func text(_ text: String) {}

    private func path(to target: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { parts = parts.dropLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}

/// The workbook's own part: its sheets.
final class BookPart: XMLHandler {
    let failure: WorkbookError? = nil
    private(set) var sheets: [(name: String, id: String, isShown: Bool)] = []
    /// Whether days are counted from 1904, as on old Macintoshes.
    private(set) var countsFrom1904 = false

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "sheet":
            guard let id = attributes["id"] else { return }
            sheets.append((attributes["name"] ?? "", id, (attributes["state"] ?? "visible") == "visible"))
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
        default: break
        }
    }

    func end(_ name: String) {}
    func text(_ text: String) {}
}
