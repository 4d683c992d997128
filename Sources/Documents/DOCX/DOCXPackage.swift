import Foundation
import Ratings

/// The files of a DOCX around the document itself (ECMA-376, parts 1 and 2, transitional).
enum DOCXPackage {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let linkList = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    static let coreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

    static var contentTypes: Element {
        let parts: [(String, String)] =
            [
                ("/word/document.xml", wordType + "document.main+xml"), ("/word/styles.xml", wordType + "styles+xml"),
                ("/word/settings.xml", wordType + "settings+xml"), ("/word/fontTable.xml", wordType + "fontTable+xml"),
            ] + DOCXHeader.allCases.map { ("/word/\($0.file)", DOCXHeader.contentType) } + [
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
                ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            ]
        return Element(
            "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"],
            [
                Element(
                    "Default",
                    ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"]),
                Element("Default", ["Extension": "xml", "ContentType": "application/xml"]),
            ] + parts.map { Element("Override", ["PartName": $0.0, "ContentType": $0.1]) })
    }

    static var relationships: Element {
        Element(
            "Relationships", ["xmlns": linkList],
            [
                link("rId1", links + "/officeDocument", "word/document.xml"),
                link("rId2", linkList + "/metadata/core-properties", "docProps/core.xml"),
                link("rId3", links + "/extended-properties", "docProps/app.xml"),
            ])
    }

    static var documentRelationships: Element {
        Element(
            "Relationships", ["xmlns": linkList],
            [
                link("rId1", links + "/styles", "styles.xml"), link("rId2", links + "/settings", "settings.xml"),
                link("rId3", links + "/fontTable", "fontTable.xml"),
            ] + DOCXHeader.allCases.map { link($0.id, DOCXHeader.linkType, $0.file) })
    }

    static func link(_ id: String, _ type: String, _ target: String) -> Element {
        Element("Relationship", ["Id": id, "Type": type, "Target": target])
    }

    static func properties(title: String, author: String, made: Instant) -> Element {
        let time = made.date.formatted(.iso8601)
        return Element(
            "cp:coreProperties",
            [
                "xmlns:cp": coreProperties, "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ],
            [
                Element("dc:title", text: title), Element("dc:creator", text: author),
                Element("dc:language", text: "vi-VN"),
                Element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: time),
                Element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: time),
            ])
    }

    static var application: Element {
        Element(
            "Properties", ["xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"],
            [Element("Application", text: "HaiLong")])
    }

    /// Without `compatibilityMode` Word takes a document for one of Word 2007.
    static var settings: Element {
        Element(
            "w:settings", ["xmlns:w": main],
            [
                Element("w:defaultTabStop", ["w:val": "720"]),
                Element("w:characterSpacingControl", ["w:val": "doNotCompress"]),
                Element(
                    "w:compat", [:],
                    [
                        Element(
                            "w:compatSetting",
                            [
                                "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                                "w:val": "15",
                            ])
                    ]),
                Element("w:themeFontLang", ["w:val": "vi-VN"]),
                Element("w:decimalSymbol", ["w:val": ","]), Element("w:listSeparator", ["w:val": ";"]),
            ])
    }

    static var fonts: Element {
        Element(
            "w:fonts", ["xmlns:w": main],
            [
                Element(
                    "w:font", ["w:name": DOCXStyle.face],
                    [
                        Element("w:panose1", ["w:val": "02020603050405020304"]),
                        Element("w:charset", ["w:val": "00"]), Element("w:family", ["w:val": "roman"]),
                        Element("w:pitch", ["w:val": "variable"]),
                    ])
            ])
    }
}
