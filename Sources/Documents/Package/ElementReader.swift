import CExpat
import Foundation

/// Reads an XML file into a value with Expat. A document type with its entities, which no document of Word has, ends it.
final class ElementReader {
    private static let deepest = 200
    /// A report of a thousand pages has fewer; each is some hundred bytes in memory.
    private static let mostElements = 300_000
    private static let mostText = 8 << 20

    private var elements = 0
    /// Bytes of text and attributes.
    private var size = 0
    private var open: [Element] = []
    private var root: Element?
    private let parser: XML_Parser
    private var refusal: String? { didSet { XML_StopParser(parser, 0) } }

    private init(_ parser: XML_Parser) { self.parser = parser }

    /// The root element of `data`.
    /// - Throws: `DocumentError` that names `part` where it is no such XML.
    static func read(_ data: Data, part: String) throws -> Element {
        guard let parser = XML_ParserCreate(nil) else { throw DocumentError("no memory to read \(part)") }
        defer { XML_ParserFree(parser) }
        let reader = ElementReader(parser)
        let status = withExtendedLifetime(reader) {
            reader.listen()
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

    private func listen() {
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
        guard refusal == nil else { return }
        elements += 1
        if open.count >= Self.deepest { refusal = "it is nested too deeply" }
        if elements > Self.mostElements { refusal = "it has more than \(Self.mostElements) elements" }
        var element = Element(name)
        var index = 0
        while let key = pairs?[index], let value = pairs?[index + 1] {
            element.attributes.append(.init(name: String(cString: key), value: String(cString: value)))
            index += 2
        }
        grow(by: element.attributes.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count })
        if refusal == nil { open.append(element) }
    }

    private func end() {
        guard refusal == nil, let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].nodes.append(.element(element)) }
    }

    private func add(_ text: String) {
        grow(by: text.utf8.count)
        guard refusal == nil, let last = open.indices.last else { return }
        if case .text(var before)? = open[last].nodes.last {
            // Taken out, it grows in its place: the parser gives long texts in small pieces.
            open[last].nodes.removeLast()
            before += text
            open[last].nodes.append(.text(before))
        } else {
            open[last].nodes.append(.text(text))
        }
    }

    private func grow(by bytes: Int) {
        size += bytes
        if size > Self.mostText { refusal = "it has more than \(Self.mostText >> 20) MB of text" }
    }
}
