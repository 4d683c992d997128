import Reports

/// An A4 page with the margins of Nghị định 30/2020, in points (1/72 inch).
struct Sheet: Hashable {
    /// Top and bottom 20 mm (20 to 25), left 30 mm (30 to 35), right 15 mm (15 to 20), however the page lies.
    enum Margin {
        static let top = 20.0
        static let bottom = 20.0
        static let left = 30.0
        static let right = 15.0
    }

    /// Width of the page.
    let width: Double
    /// Height of the page.
    let height: Double

    init(_ orientation: Paper.Orientation) {
        let (short, long) = (Self.points(millimetres: 210), Self.points(millimetres: 297))
        (width, height) = orientation == .portrait ? (short, long) : (long, short)
    }

    /// Where the text begins, from the left.
    var left: Double { Self.points(millimetres: Margin.left) }
    /// Where the text begins, from the top.
    var top: Double { Self.points(millimetres: Margin.top) }
    /// Width of the text.
    var textWidth: Double { width - left - Self.points(millimetres: Margin.right) }
    /// Height of the text.
    var textHeight: Double { height - top - Self.points(millimetres: Margin.bottom) }

    static func points(millimetres: Double) -> Double { millimetres / 25.4 * 72 }
}
