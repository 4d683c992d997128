/// The texts that cells share.
final class StringsPart: XMLHandler {
    private(set) var failure: WorkbookError?
    private(set) var strings: [String] = []
    private var text = RichText()
    private let limits: WorkbookLimits

    init(limits: WorkbookLimits) {
        self.limits = limits
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        if name == "si" { text = RichText() }
        text.start(name)
    }

    func end(_ name: String) {
        text.end(name)
        if name == "si" { strings.append(text.value) }
    }

    func text(_ piece: String) {
        text.append(piece)
        guard text.length > limits.cellCharacters * 8 else { return }
        failure = WorkbookError(
            "a cell of more than \(limits.cellCharacters) characters: '\(text.value.prefix(40))'",
            remedy: "Shorten it.")
    }
}

/// A text in runs, without the readings that East Asian texts have above them.
struct RichText {
    private var collected = ""
    private var isInText = false
    private var isInReading = false

    /// Bytes collected.
    var length: Int { collected.utf8.count }

    /// The text, with the characters that Excel writes as `_x000D_`; NUL stays as it is written, no text may hold one.
    var value: String {
        guard collected.contains("_x") else { return collected }
        return collected.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            guard let code = UInt32(match.1, radix: 16), code > 0, let scalar = Unicode.Scalar(code) else {
                return String(match.0)
            }
            return String(Character(scalar))
        }
    }

    mutating func start(_ name: String) {
        if name == "rPh" { isInReading = true }
        if name == "t" { isInText = true }
    }

    mutating func end(_ name: String) {
        if name == "rPh" { isInReading = false }
        if name == "t" { isInText = false }
    }

    mutating func append(_ text: String) {
        if isInText, !isInReading { collected += text }
    }
}
