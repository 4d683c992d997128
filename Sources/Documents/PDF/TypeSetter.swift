import CPango

/// What texts are measured and set with: the face, and Pango's context.
struct TypeSetter: ~Copyable {
    let context: OpaquePointer
    let face: Typeface

    /// Sets texts for `canvas`.
    /// - Throws: `PaperError.noTypeface`.
    init(for canvas: borrowing PDFCanvas) throws(PaperError) {
        guard let context = pango_cairo_create_context(canvas.context) else { throw .library("no text context") }
        // Paper has no pixels to round letters to.
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("vi"))
        do {
            face = try Typeface(for: context)
        } catch {
            g_object_unref(UnsafeMutableRawPointer(context))
            throw error
        }
        self.context = context
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

    /// A text, broken at `width`.
    func box(_ text: String, _ style: TextStyle, width: Double? = nil) throws(PaperError) -> TextBox {
        try TextBox(text, style, width: width, for: self)
    }

    /// Width of the longest word.
    func longestWord(of text: String, _ style: TextStyle) throws(PaperError) -> Double {
        var longest = 0.0
        for word in text.split(whereSeparator: \.isWhitespace) {
            longest = max(longest, try box(String(word), style).width)
        }
        return longest
    }
}
