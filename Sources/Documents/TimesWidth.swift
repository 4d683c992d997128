import Foundation

/// How wide words are in bold Times, for lines below a text that are as long as it: measured from the face's own advance
/// widths, so that no font need be installed.
enum TimesWidth {
    /// The width of `text` in units of the font's size.
    static func ems(_ text: String) -> Double {
        text.decomposedStringWithCanonicalMapping.unicodeScalars.reduce(0) { $0 + thousandths($1) } / 1000
    }

    /// How many lines `text` takes: at least one. A word is broken only where it is wider than a line. `width` is in units
    /// of the font's size.
    static func lines(_ text: String, within width: Double) -> Int {
        var (lines, filled) = (1, 0.0)
        for word in text.split(whereSeparator: \.isWhitespace).map({ ems(String($0)) }) {
            let longer = filled + (filled > 0 ? blank : 0) + word
            if filled > 0, longer > width {
                (lines, filled) = (lines + 1, word)
            } else {
                filled = longer
            }
            if word > width { lines += Int(word / width) }
        }
        return lines
    }

    /// The narrowest room, within `width`, in which `text` takes no more lines: they are about equally long.
    static func balanced(_ text: String, within width: Double) -> Double {
        let count = lines(text, within: width)
        var (narrow, enough) = (width / Double(count), width)
        while enough - narrow > 0.01 {
            let middle = (narrow + enough) / 2
            if lines(text, within: middle) > count { narrow = middle } else { enough = middle }
        }
        return enough
    }

    private static let blank = 0.25
    private static let capitals: [Double] = [
        722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722,
        1000, 722, 722, 667,
    ]
    private static let small: [Double] = [
        500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500,
        722, 500, 500, 444,
    ]

    private static func thousandths(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "A"..."Z": capitals[Int(scalar.value) - 0x41]
        case "a"..."z": small[Int(scalar.value) - 0x61]
        case "Đ": 722
        case "đ": 556
        case " ", ".", ",": 250
        case "-", "(", ")": 333
        case "\u{300}"..."\u{36F}": 0
        default: 500
        }
    }
}
