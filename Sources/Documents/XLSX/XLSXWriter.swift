import CXlsxWriter
import Foundation
import Reports

/// Writes a paper as a workbook to calculate with: a sheet a part, numbers as numbers, sums and shares as formulas.
public enum XLSXWriter {
    /// The paper as the bytes of an XLSX file; the same paper is the same bytes.
    /// - Throws: `DocumentError` with what the library refuses; the file system's error where there is no room for a
    ///   file of passage.
    public static func bytes(of paper: Paper) throws -> Data {
        try bytes(of: paper, passingThrough: FileManager.default.temporaryDirectory)
    }

    /// The library writes to files only: here into a folder of its own within `temporary`, which is gone afterwards.
    static func bytes(of paper: Paper, passingThrough temporary: URL) throws -> Data {
        let folder = temporary.appendingPathComponent("hailong-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("paper.xlsx")
        try write(paper, to: file, passingThrough: folder)
        return try finished(Data(contentsOf: file), isDraft: paper.state == .draft)
    }

    private static func write(_ paper: Paper, to file: URL, passingThrough folder: URL) throws {
        let book = folder.path.withCString { folder in
            var options = lxw_workbook_options(
                constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt(file.path, &options)
        }
        guard let book else { throw DocumentError("no memory for a workbook") }
        do {
            setProperties(of: book, to: paper)
            let formats = XLSXFormats(book)
            for part in paper.parts { try XLSXSheet.add(part, to: book, formats: formats) }
        } catch {
            lxw_workbook_free(book)
            throw error
        }
        try check(workbook_close(book), "the workbook")
    }

    private static func setProperties(of book: UnsafeMutablePointer<lxw_workbook>, to paper: Paper) {
        paper.title.withoutControls.withCString { title in
            paper.author.withoutControls.withCString { author in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.author = UnsafeMutablePointer(mutating: author)
                // 0 would mean now.
                properties.created = max(1, time_t(paper.made.milliseconds / 1000))
                workbook_set_properties(book, &properties)
            }
        }
    }

    /// Sets what the library cannot: the page number is hidden on the first page, a draft is marked on each, and the
    /// workbook's own font, in whose digits columns are as wide as they are, is that of its cells.
    private static func finished(_ data: Data, isDraft: Bool) throws -> Data {
        var archive = try ZipArchive(reading: data)
        let mark = isDraft ? XLSXSheet.draftHeader.escapedForXML : ""
        for index in archive.entries.indices {
            let name = archive.entries[index].name
            let text = String(decoding: archive.entries[index].data, as: UTF8.self)
            if name.hasPrefix("xl/worksheets/sheet") {
                let first = isDraft ? "<firstHeader>\(mark)</firstHeader>" : ""
                let sheet = text.replacing("<headerFooter>", with: "<headerFooter differentFirst=\"1\">")
                    .replacing("</oddHeader>", with: "\(mark)</oddHeader>\(first)")
                archive.entries[index].data = Data(sheet.utf8)
            } else if name == "xl/styles.xml" {
                archive.entries[index].data = Data(text.replacing(libraryFont, with: font).utf8)
            }
        }
        return try archive.bytes()
    }

    private static let libraryFont =
        "<sz val=\"11\"/><color theme=\"1\"/><name val=\"Calibri\"/><family val=\"2\"/><scheme val=\"minor\"/>"
    private static let font =
        "<sz val=\"12\"/><color theme=\"1\"/><name val=\"Times New Roman\"/><family val=\"1\"/>"

    static func check(_ error: lxw_error, _ what: String) throws {
        guard error != LXW_NO_ERROR else { return }
        throw DocumentError("\(what) cannot be written to a workbook: \(String(cString: lxw_strerror(error)))")
    }
}
