import CExpat
import Foundation

/// Reads an XML file into a value with Expat. A document type with its entities, which no document of Word has, ends it.
final class ElementReader {
    private static let deepest = 200

    private var open: [Element] = []
    private var root: Element?
    private var refusal: String?

    /// The root element of `data`.
    /// - Throws: `DocumentError` that names `part` where it is no such XML.
    static func read(_ data: Data, part: String) throws -> Element {
        guard let parser = XML_ParserCreate(nil) else { throw DocumentError("no memory to read \(part)") }
        defer { XML_ParserFree(parser) }
        let reader = ElementReader()
        let status = withExtendedLifetime(reader) {
            reader.listen(to: parser)
            return data.withUnsafeBytes { bytes in
                XML_Parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 1)
            }
        }
        guard status == XML_STATUS_OK, let root = reader.root, reader.refusal == nil else {
            let why = reader.refusal ?? String(cString: XML_ErrorString(XML_GetErrorCode(parser)))
            throw DocumentError("\(part) cannot be read in line \(XML_GetCurrentLineNumber(parser)): \(why)")
        }
        return root
    }

    private func listen(to parser: XML_Parser) {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, pairs in
                guard let reader = ElementReader.of(context), let name else { return }
                reader.start(String(cString: name), pairs)
            },
            { context, _ in ElementReader.of(context)?.end() })
        XML_SetCharacterDataHandler(parser) { context, bytes, count in
            let text = String(
                decoding: UnsafeRawBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
            ElementReader.of(context)?.add(text)
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            ElementReader.of(context)?.refusal = "it has a document type"
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> ElementReader? {
        context.map { Unmanaged<ElementReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ name: String, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        if open.count >= Self.deepest { refusal = "it is nested too deeply" }
        var element = Element(name)
        var index = 0
        while let key = pairs?[index], let value = pairs?[index + 1] {
            element.attributes.append(.init(name: String(cString: key), value: String(cString: value)))
            index += 2
        }
        if refusal == nil { open.append(element) }
    }

    private func end() {
        guard refusal == nil, let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].nodes.append(.element(element)) }
    }

    private func add(_ text: String) {
        guard refusal == nil, let last = open.indices.last else { return }
        if case .text(let before)? = open[last].nodes.last {
            open[last].nodes[open[last].nodes.count - 1] = .text(before + text)
        } else {
            open[last].nodes.append(.text(text))
        }
    }
}
