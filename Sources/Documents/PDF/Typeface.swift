import CPango

/// The family that papers are set in.
struct Typeface: Hashable {
    /// Families with the widths of Times New Roman that can have all letters, the preferred one first: the same paper
    /// shall look the same on every machine.
    static let families = ["Tinos", "Times New Roman", "Liberation Serif"]

    /// Every letter of Vietnamese, in both cases, with the signs that papers use.
    static let letters =
        vowels + vowels.uppercased() + "abcdefghijklmnopqrstuvwxyzđABCDEFGHIJKLMNOPQRSTUVWXYZĐ0123456789"
        + " .,;:!?'\"()/-%+…–“”"
    private static let vowels =
        "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"

    /// Its name.
    let family: String

    /// The first of `families` that is installed with every letter in every style.
    /// - Throws: `PaperError.noTypeface`.
    init(among families: [String] = families, for context: OpaquePointer) throws(PaperError) {
        guard let family = families.first(where: { Self.isComplete($0, for: context) }) else {
            throw .noTypeface(tried: families)
        }
        self.family = family
    }

    private static func isComplete(_ family: String, for context: OpaquePointer) -> Bool {
        [(false, false), (true, false), (false, true), (true, true)].allSatisfy { isBold, isItalic in
            let style = TextStyle(size: 12, isBold: isBold, isItalic: isItalic)
            let wanted = FontDescription(style, family: family)
            guard let font = wanted.load(for: context) else { return false }
            defer { g_object_unref(UnsafeMutableRawPointer(font)) }
            guard let found = pango_font_describe(font) else { return false }
            defer { pango_font_description_free(found) }
            // Where the family is not installed, fontconfig gives another.
            return String(cString: pango_font_description_get_family(found)) == family
                && letters.unicodeScalars.allSatisfy { pango_font_has_char(font, $0.value) != 0 }
        }
    }
}

/// Owns a description of a font.
struct FontDescription: ~Copyable {
    private let pointer: OpaquePointer?

    init(_ style: TextStyle, family: String) {
        pointer = pango_font_description_new()
        pango_font_description_set_family(pointer, family)
        pango_font_description_set_weight(pointer, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_style(pointer, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        pango_font_description_set_absolute_size(pointer, style.size * Double(PANGO_SCALE))
    }

    deinit { pango_font_description_free(pointer) }

    /// Sets a layout in it.
    func apply(to layout: OpaquePointer) { pango_layout_set_font_description(layout, pointer) }

    /// The font that comes nearest; the caller owns it.
    func load(for context: OpaquePointer) -> UnsafeMutablePointer<PangoFont>? {
        pango_context_load_font(context, pointer)
    }
}
