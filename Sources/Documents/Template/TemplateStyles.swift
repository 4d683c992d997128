/// What the styles of a template mean for the words of its paragraphs.
struct TemplateStyles {
    private struct Style {
        var name: String?
        /// What it stands on.
        var above: String?
        var numbers: Element?
        var vanish: Element?
    }

    /// More than any style stands on; a ring of them ends here.
    private static let deepest = 50

    private var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    private var normal: String?
    /// Lists whose numbers are no text, as that of LibreOffice's headings.
    private var silentLists: Set<String> = []

    /// Reads `word/styles.xml` and `word/numbering.xml`, where they are there.
    init(_ sheet: Element?, numbering: Element? = nil) {
        for style in sheet?.children ?? [] where style.name == "w:style" {
            guard let id = style["w:styleId"] else { continue }
            styles[id] = Style(
                name: style.first("w:name")?["w:val"], above: style.first("w:basedOn")?["w:val"],
                numbers: style.first("w:pPr")?.first("w:numPr"), vanish: style.first("w:rPr")?.first("w:vanish"))
            if style["w:type"] == "paragraph", ["1", "true", "on"].contains(style["w:default"]) { normal = id }
        }
        let lists = numbering?.children ?? []
        let silent = lists.filter { list in
            let levels = list.children.filter { $0.name == "w:lvl" }
            return list.name == "w:abstractNum" && !levels.isEmpty
                && levels.allSatisfy { level in
                    level.first("w:lvlText")?["w:val"] == "" && level.first("w:lvlPicBulletId") == nil
                }
        }
        let ids = Set(silent.compactMap { $0["w:abstractNumId"] })
        for list in lists where list.name == "w:num" && list.first("w:lvlOverride") == nil {
            guard let id = list["w:numId"], ids.contains(list.first("w:abstractNumId")?["w:val"] ?? "") else {
                continue
            }
            silentLists.insert(id)
        }
    }

    /// What Word's list of styles calls the one of a paragraph; nil where the paragraph names none.
    func name(ofStyleIn properties: Element?) -> String? {
        properties?.first("w:pStyle")?["w:val"].flatMap { styles[$0]?.name }
    }

    /// Whether Word sets a number before a paragraph of these properties.
    func isNumbered(_ properties: Element?) -> Bool {
        let numbers = [properties?.first("w:numPr")] + chain(from: properties?.first("w:pStyle")).map(\.numbers)
        guard numbers.contains(where: { $0 != nil }) else { return false }
        guard let list = numbers.lazy.compactMap({ $0?.first("w:numId")?["w:val"] }).first else { return true }
        return list != "0" && !silentLists.contains(list)
    }

    /// Whether a run of `looks` is hidden in a paragraph of `properties`.
    func isHidden(_ looks: Element?, in properties: Element?) -> Bool {
        if let own = looks?.first("w:vanish") { return own.isOn }
        let above = [
            looks?.first("w:rStyle").map { chain(from: $0) } ?? [], chain(from: properties?.first("w:pStyle")),
        ]
        return above.contains { $0.lazy.compactMap(\.vanish).first?.isOn ?? false }
    }

    /// A style, the one that it stands on, and so on; without one, that of paragraphs which name none.
    private func chain(from reference: Element?) -> [Style] {
        var chain: [Style] = []
        var next = reference?["w:val"] ?? normal
        while chain.count < Self.deepest, let id = next, let style = styles[id] {
            chain.append(style)
            next = style.above
        }
        return chain
    }
}
