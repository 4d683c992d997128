import CExpat

/// Takes what stands in an XML file. Names come without their namespace's prefix.
protocol XMLHandler: AnyObject {
    func start(_ name: String, _ attributes: XMLAttributes)
    func end(_ name: String)
    func text(_ text: String)
    /// Why the rest needs no reading; the reader stops at it.
    var failure: WorkbookError? { get }
}

/// The attributes of one element, as long as it is being handled.
struct XMLAttributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of the attribute `name`, whatever its prefix.
    subscript(name: String) -> String? {
        var index = 0
        while let key = pairs?[index], let value = pairs?[index + 1] {
            if XMLReader.localName(key) == name { return String(cString: value) }
            index += 2
        }
        return nil
    }
}

/// Reads XML piece by piece with Expat. What a workbook never has, a document type with its entities, ends it.
final class XMLReader {
    private let parser: OpaquePointer
    private let handler: any XMLHandler
    private var hasDocumentType = false

    init(_ handler: any XMLHandler) throws(WorkbookError) {
        guard let parser = XML_ParserCreate(nil) else {
            throw WorkbookError("there is no memory to read it", remedy: WorkbookError.split)
        }
        self.parser = parser
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { XMLReader.of($0)?.start($1, $2) },
            { XMLReader.of($0)?.end($1) })
        XML_SetCharacterDataHandler(parser) { XMLReader.of($0)?.text($1, Int($2)) }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in XMLReader.of(context)?.refuseDocumentType() }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads the next piece; the last one is empty and final.
    /// - Throws: `WorkbookError` where it is no XML, or the handler's failure.
    func take(_ bytes: ArraySlice<UInt8>, isFinal: Bool, of part: String) throws(WorkbookError) {
        let status = bytes.withUnsafeBytes { raw in
            XML_Parse(parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), isFinal ? 1 : 0)
        }
        if let failure = handler.failure { throw failure }
        guard status == XML_STATUS_OK, !hasDocumentType else {
            throw WorkbookError("\(part) inside is no readable XML")
        }
    }

    static func localName(_ name: UnsafePointer<CChar>) -> String {
        let whole = String(cString: name)
        guard let colon = whole.utf8.lastIndex(of: UInt8(ascii: ":")) else { return whole }
        return String(whole[whole.utf8.index(after: colon)...])
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
        context.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        guard let name else { return }
        handler.start(Self.localName(name), XMLAttributes(pairs: pairs))
        stopOnFailure()
    }

    private func end(_ name: UnsafePointer<CChar>?) {
        guard let name else { return }
        handler.end(Self.localName(name))
        stopOnFailure()
    }

    private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
        handler.text(String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self))
        stopOnFailure()
    }

    private func refuseDocumentType() {
        hasDocumentType = true
        XML_StopParser(parser, 0)
    }

    private func stopOnFailure() {
        if handler.failure != nil { XML_StopParser(parser, 0) }
    }
}
