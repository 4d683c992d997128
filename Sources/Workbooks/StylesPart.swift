/// How the numbers of cells are shown.
final class StylesPart: XMLHandler {
    let failure: WorkbookError? = nil
    /// The format of each style that cells refer to.
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: String] = [:]
    private var isInCellFormats = false

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                return
            }
            codes[id] = code
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    func end(_ name: String) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    func text(_ text: String) {}
}

/// What a number format makes of a number, as far as its meaning goes.
enum NumberFormat: Hashable {
    case number
    /// A day, a time of day, or both.
    case date
    /// A whole number with zeros before it, e.g. `000`: a code that looks like a number.
    case padded(Int)

    /// A format that is known by its number alone. Those of Chinese, Japanese and Korean dates are among them.
    init(builtIn id: Int) {
        switch id {
        case 14...22, 27...36, 45...47, 50...58: self = .date
        default: self = .number
        }
    }

    /// A format by its code, e.g. `dd/mm/yyyy;@`.
    init(code: String) {
        let first = Self.withoutLiterals(code)
        if first.contains(where: { "ymdhs".contains($0) }) {
            self = .date
        } else if first.count > 1, first.allSatisfy({ $0 == "0" }) {
            self = .padded(first.count)
        } else {
            self = .number
        }
    }

    /// The first section in lower case, without what is shown as it stands; a time that counts on (`[h]`) stays one.
    private static func withoutLiterals(_ code: String) -> String {
        var (plain, bracket) = ("", "")
        var (isQuoted, isEscaped, isBracketed) = (false, false, false)
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isBracketed {
                isBracketed = character != "]"
                if isBracketed {
                    bracket.append(character)
                } else if ["h", "hh", "m", "mm", "s", "ss"].contains(bracket) {
                    plain += bracket
                }
            } else {
                switch character {
                case "\\", "_", "*": isEscaped = true
                case "\"": isQuoted = true
                case "[": (isBracketed, bracket) = (true, "")
                case ";": return plain
                default: plain.append(character)
                }
            }
        }
        return plain.contains("general") ? "" : plain
    }
}
