import Foundation

/// The files of a template, and what inserted parts need among them: headers with page numbers, and styles.
struct TemplatePackage {
    private static let links = "word/_rels/document.xml.rels"
    private static let types = "[Content_Types].xml"
    private static let styles = "word/styles.xml"

    var archive: ZipArchive

    init(_ archive: ZipArchive) { self.archive = archive }

    /// Adds the headers of sections that we write, where the template does not have them from us.
    mutating func addHeaders(isDraft: Bool) throws {
        var links = try read(Self.links)
        let missing = DOCXHeader.allCases.filter { header in !links.children.contains { $0["Id"] == header.id } }
        guard !missing.isEmpty else { return }
        var types = try read(Self.types)
        for header in missing {
            links.nodes.append(.element(DOCXPackage.link(header.id, DOCXHeader.linkType, header.file)))
            let type = Element(
                "Override", ["PartName": "/word/\(header.file)", "ContentType": DOCXHeader.contentType])
            if !types.children.contains(type) { types.nodes.append(.element(type)) }
            let element = try adopted(header.element(mark: isDraft ? DOCXHeader.draftMark : nil))
            archive["word/\(header.file)"] = Data(element.document.utf8)
        }
        archive[Self.links] = Data(links.document.utf8)
        archive[Self.types] = Data(types.document.utf8)
    }

    /// `document` with the styles that it uses of ours: the template's own where one has the same name, or else added to
    /// it. LibreOffice renames styles' ids when it saves, never their names.
    mutating func adopted(_ document: Element) throws -> Element {
        guard archive[Self.styles] != nil else { return document }
        var sheet = try read(Self.styles)
        let present = sheet.children.filter { $0.name == "w:style" }
        let ids = Set(present.compactMap { $0["w:styleId"] })
        var byName: [String: String] = [:]
        for style in present { byName[style.first("w:name")?["w:val"]?.lowercased() ?? ""] = style["w:styleId"] }
        var renamed: [String: String] = [:]
        for style in DOCXStyle.allCases where !ids.contains(style.rawValue) {
            renamed[style.rawValue] = byName[style.name.lowercased()]
        }
        let document = document.renamingStyles(renamed)
        var used = document.usedStyles
        // What a style stands on comes with it.
        for style in DOCXStyle.allCases where used.contains(style.rawValue) && !ids.contains(style.rawValue) {
            used.formUnion(style.element.renamingStyles(renamed).usedStyles)
        }
        let missing = DOCXStyle.allCases.filter { used.contains($0.rawValue) && !ids.contains($0.rawValue) }
        guard !missing.isEmpty else { return document }
        for style in missing { sheet.nodes.append(.element(style.element.renamingStyles(renamed))) }
        archive[Self.styles] = Data(sheet.document.utf8)
        return document
    }

    /// What the template's styles mean.
    func styleMeanings() throws -> TemplateStyles {
        func part(_ name: String) throws -> Element? { archive[name] == nil ? nil : try read(name) }
        return TemplateStyles(try part(Self.styles), numbering: try part("word/numbering.xml"))
    }

    /// The headers and footers that the sections of `body` use.
    func margins(of body: Element) throws -> [Element] {
        guard archive[Self.links] != nil else { return [] }
        let used = body.marginReferences
        return try read(Self.links).children.filter { used.contains($0["Id"] ?? "") }.compactMap { link in
            guard let target = link["Target"] else { return nil }
            let name = target.hasPrefix("/") ? String(target.dropFirst()) : "word/" + target
            return archive[name] == nil ? nil : try read(name)
        }
    }

    private func read(_ name: String) throws -> Element {
        guard let data = archive[name] else {
            throw DocumentError("Tệp mẫu thiếu \(name). Mở bằng Word, lưu lại dạng .docx.")
        }
        return try ElementReader.read(data, part: name)
    }
}

extension Element {
    private static let styleReferences: Set<String> = ["w:pStyle", "w:tblStyle", "w:basedOn", "w:next"]

    fileprivate func renamingStyles(_ names: [String: String]) -> Element {
        var copy = self
        if Self.styleReferences.contains(name), let style = self["w:val"] { copy["w:val"] = names[style] ?? style }
        copy.nodes = nodes.map { node in
            if case .element(let child) = node { .element(child.renamingStyles(names)) } else { node }
        }
        return copy
    }

    fileprivate var marginReferences: Set<String> {
        children.reduce(into: []) { used, child in
            if ["w:headerReference", "w:footerReference"].contains(child.name), let id = child["r:id"] {
                used.insert(id)
            }
            used.formUnion(child.marginReferences)
        }
    }

    fileprivate var usedStyles: Set<String> {
        var used: Set<String> = []
        if Self.styleReferences.contains(name), let style = self["w:val"] { used.insert(style) }
        for child in children { used.formUnion(child.usedStyles) }
        return used
    }
}
