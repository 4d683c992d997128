/// Text that stands in HTML.
public enum HTMLText {
    /// The text for an element's content or a quoted attribute: whatever people called something, it is no markup.
    public static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
