import CPango
import Foundation

/// A text, broken into lines. Measures are in points.
final class TextBox {
    private let layout: OpaquePointer
    /// How much narrower than asked for it is on each side.
    private var inset = 0.0

    /// Breaks `text` at `width`; without one, it stays one line.
    /// - Throws: `PaperError.unprintable`.
    init(
        _ text: String, _ style: TextStyle, width: Double? = nil, for setter: borrowing TypeSetter
    ) throws(PaperError) {
        guard let layout = pango_layout_new(setter.context) else { throw .library("no text layout") }
        self.layout = layout
        let composed = text.precomposedStringWithCanonicalMapping
        pango_layout_set_text(layout, composed, Int32(composed.utf8.count))
        FontDescription(style, family: setter.face.family).apply(to: layout)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_indent(layout, Self.units(style.firstLine))
        pango_layout_set_line_spacing(layout, Float(style.lineSpacing))
        pango_layout_set_justify(layout, style.alignment == .justified ? 1 : 0)
        let alignment =
            switch style.alignment {
            case .left, .justified: PANGO_ALIGN_LEFT
            case .centre: PANGO_ALIGN_CENTER
            case .right: PANGO_ALIGN_RIGHT
            }
        pango_layout_set_alignment(layout, alignment)
        if let width { pango_layout_set_width(layout, Self.units(width)) }
        guard pango_layout_get_unknown_glyphs_count(layout) == 0 else { throw .unprintable(text: text) }
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Height of all lines.
    var height: Double { size.height }
    /// Width of the longest line.
    var width: Double { size.width }
    /// How many lines there are.
    var lineCount: Int { Int(pango_layout_get_line_count(layout)) }

    private var size: (width: Double, height: Double) {
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, nil, &logical)
        return (Self.points(logical.width), Self.points(logical.height))
    }

    /// Makes the lines of a centred text about equally long, without adding one.
    func balance() {
        let wide = pango_layout_get_width(layout)
        guard lineCount > 1, wide > 0 else { return }
        let count = lineCount
        var (narrow, enough) = (wide / Int32(count), wide)
        while enough - narrow > PANGO_SCALE {
            let middle = (narrow + enough) / 2
            pango_layout_set_width(layout, middle)
            if lineCount > count { narrow = middle } else { enough = middle }
        }
        pango_layout_set_width(layout, enough)
        inset = Self.points(wide - enough) / 2
    }

    /// The lines, each with its height and a way to draw it.
    func lines() -> [Line] {
        guard let iterator = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(iterator) }
        var lines: [Line] = []
        repeat {
            var (top, bottom): (Int32, Int32) = (0, 0)
            pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
            var logical = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, nil, &logical)
            lines.append(
                Line(
                    box: self, index: lines.count, height: Self.points(bottom - top), x: Self.points(logical.x),
                    baseline: Self.points(pango_layout_iter_get_baseline(iterator) - top)))
        } while pango_layout_iter_next_line(iterator) != 0
        return lines
    }

    /// Draws all of it, its upper left corner at the point.
    func draw(on canvas: borrowing PDFCanvas, x: Double, y: Double) {
        cairo_move_to(canvas.context, x + inset, y)
        pango_cairo_show_layout(canvas.context, layout)
    }

    /// One line of a text.
    struct Line {
        fileprivate let box: TextBox
        fileprivate let index: Int
        /// Its height, with its part of the spacing.
        let height: Double
        /// Where it begins, from the left of the text.
        fileprivate let x: Double
        /// Where its letters stand, from its upper edge.
        fileprivate let baseline: Double

        /// Draws it, its upper left corner at the point.
        func draw(on canvas: borrowing PDFCanvas, x: Double, y: Double) {
            cairo_move_to(canvas.context, x + self.x, y + baseline)
            pango_cairo_show_layout_line(
                canvas.context, pango_layout_get_line_readonly(box.layout, Int32(index)))
        }
    }

    private static func units(_ points: Double) -> Int32 { Int32((points * Double(PANGO_SCALE)).rounded()) }
    private static func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
}
