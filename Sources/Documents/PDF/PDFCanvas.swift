import CPango
import Foundation

/// Owns a PDF that is being drawn, in memory. Points count from the upper left corner of the page.
struct PDFCanvas: ~Copyable {
    /// What the library writes into.
    private final class Sink {
        var bytes = Data()
    }

    private let sink: Sink
    private let surface: OpaquePointer?
    let context: OpaquePointer?

    init(_ sheet: Sheet) {
        let sink = Sink()
        self.sink = sink
        surface = cairo_pdf_surface_create_for_stream(
            { sink, bytes, count in
                guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes.append(bytes, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), sheet.width, sheet.height)
        context = cairo_create(surface)
    }

    deinit {
        cairo_destroy(context)
        // Destroying writes what is left, into the sink.
        withExtendedLifetime(sink) { cairo_surface_destroy(surface) }
    }

    /// Ends the file.
    /// - Throws: `PaperError.library`.
    func finish() throws(PaperError) -> Data {
        let status = cairo_status(context)
        cairo_surface_finish(surface)
        for status in [status, cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .library(String(cString: cairo_status_to_string(status)))
        }
        return sink.bytes
    }

    // MARK: The file

    func set(_ property: cairo_pdf_metadata_t, _ value: String) {
        cairo_pdf_surface_set_metadata(surface, property, value.precomposedStringWithCanonicalMapping)
    }

    /// Begins a page; what is drawn next stands on it.
    func beginPage(_ sheet: Sheet, label: String) {
        cairo_pdf_surface_set_size(surface, sheet.width, sheet.height)
        cairo_pdf_surface_set_page_label(surface, label)
    }

    func endPage() { cairo_show_page(context) }

    /// A bookmark to a page, which counts from 1.
    func bookmark(_ name: String, page: Int) {
        _ = cairo_pdf_surface_add_outline(
            surface, CAIRO_PDF_OUTLINE_ROOT, name, "page=\(page)", cairo_pdf_outline_flags_t(0))
    }

    // MARK: Structure

    func open(_ tag: String) { cairo_tag_begin(context, tag, nil) }

    func close(_ tag: String) { cairo_tag_end(context, tag) }

    func tagged(_ tag: String, _ draw: () -> Void) {
        open(tag)
        draw()
        close(tag)
    }

    // MARK: Lines and shades

    /// Thickness of every line.
    static let line = 0.5

    func line(fromX x: Double, y: Double, toX endX: Double, y endY: Double) {
        cairo_set_line_width(context, Self.line)
        cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
        cairo_move_to(context, x, y)
        cairo_line_to(context, endX, endY)
        cairo_stroke(context)
    }

    func frame(x: Double, y: Double, width: Double, height: Double) {
        cairo_set_line_width(context, Self.line)
        cairo_rectangle(context, x, y, width, height)
        cairo_stroke(context)
    }

    /// Fills with a grey between 0 (black) and 1 (white).
    func fill(x: Double, y: Double, width: Double, height: Double, grey: Double) {
        cairo_save(context)
        cairo_set_source_rgb(context, grey, grey, grey)
        cairo_rectangle(context, x, y, width, height)
        cairo_fill(context)
        cairo_restore(context)
    }
}
