import Testing

@testable import Documents

/// The order of children in elements of WordprocessingML, as the sequences of ECMA-376 (transitional, wml.xsd) have it.
enum WordOrder {
    private static let sequences: [String: [String]] = [
        "w:document": ["w:background", "w:body"],
        "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr"],
        "w:tr": ["w:tblPrEx", "w:trPr", "w:tc"],
        "w:styles": ["w:docDefaults", "w:latentStyles", "w:style"],
        "w:docDefaults": ["w:rPrDefault", "w:pPrDefault"],
        "w:style": [
            "w:name", "w:aliases", "w:basedOn", "w:next", "w:link", "w:autoRedefine", "w:hidden", "w:uiPriority",
            "w:semiHidden", "w:unhideWhenUsed", "w:qFormat", "w:locked", "w:personal", "w:personalCompose",
            "w:personalReply", "w:rsid", "w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr",
        ],
        "w:pPr": [
            "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
            "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap",
            "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd",
            "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap",
            "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId",
            "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
        ],
        "w:rPr": [
            "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike", "w:dstrike",
            "w:outline", "w:shadow", "w:emboss", "w:imprint", "w:noProof", "w:snapToGrid", "w:vanish", "w:webHidden",
            "w:color", "w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:effect",
            "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang", "w:eastAsianLayout",
            "w:specVanish", "w:oMath",
        ],
        "w:tblPr": [
            "w:tblStyle", "w:tblpPr", "w:tblOverlap", "w:bidiVisual", "w:tblStyleRowBandSize", "w:tblStyleColBandSize",
            "w:tblW", "w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar",
            "w:tblLook", "w:tblCaption", "w:tblDescription", "w:tblPrChange",
        ],
        "w:tcPr": [
            "w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar",
            "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark",
        ],
        "w:tblBorders": ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"],
        "w:tblCellMar": ["w:top", "w:left", "w:bottom", "w:right"],
        "w:pBdr": ["w:top", "w:left", "w:bottom", "w:right", "w:between", "w:bar"],
        "w:sectPr": [
            "w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr", "w:type", "w:pgSz", "w:pgMar",
            "w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols", "w:formProt", "w:vAlign",
            "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings",
        ],
        "w:settings": [
            "w:writeProtection", "w:view", "w:zoom", "w:removePersonalInformation", "w:defaultTabStop",
            "w:characterSpacingControl", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids",
            "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping", "w:decimalSymbol", "w:listSeparator",
        ],
        "w:font": [
            "w:altName", "w:panose1", "w:charset", "w:family", "w:notTrueType", "w:pitch", "w:sig", "w:embedRegular",
        ],
    ]

    /// Elements whose children may stand in any order, or have none.
    private static let free: Set<String> = [
        "w:body", "w:p", "w:r", "w:tc", "w:hdr", "w:trPr", "w:tblGrid", "w:rPrDefault", "w:pPrDefault", "w:compat",
        "w:fonts",
    ]

    /// What stands out of order within `element`, said in words.
    static func faults(in element: Element) -> [String] {
        let names = element.children.map(\.name)
        var faults: [String] = []
        if let sequence = sequences[element.name] {
            let places = names.map { sequence.firstIndex(of: $0) }
            for (name, place) in zip(names, places) where place == nil { faults.append("\(name) in \(element.name)") }
            for (index, (before, after)) in zip(places, places.dropFirst()).enumerated() {
                if let before, let after, before > after {
                    faults.append("\(names[index]) before \(names[index + 1]) in \(element.name)")
                }
            }
        } else if !free.contains(element.name), !names.isEmpty {
            faults.append("\(element.name) has children but no known order")
        }
        // Properties come first where they are.
        for (name, properties) in [("w:p", "w:pPr"), ("w:r", "w:rPr"), ("w:tc", "w:tcPr")] where element.name == name {
            if names.dropFirst().contains(properties) { faults.append("\(properties) is not first in \(name)") }
        }
        if element.name == "w:tc", names.last != "w:p" { faults.append("a cell that does not end in a paragraph") }
        if element.name == "w:body", names.last != "w:sectPr" { faults.append("a body that does not end in a section") }
        return faults + element.children.flatMap { Self.faults(in: $0) }
    }
}
