import Ratings
import Reports

/// scales.csv: one row a choice; the rows of one scale and date are its version, in their order.
enum ScaleFormat: FileFormat {
    static let fields: [FileField] = [
        FileField("scale", "thang", "thang đánh giá", isRequired: true), .since,
        FileField("input", "nút", "phím", isRequired: true), FileField("choice", "mã lựa chọn", isRequired: true),
        FileField("column", "cột", isRequired: true), FileField("vi", "tiếng việt", isRequired: true),
        FileField("en", "tiếng anh", isRequired: true),
    ]

    private static let columns = WordList(Column.allCases.map { ($0, [$0.rawValue, $0.heading]) })

    private struct Version: Hashable {
        var code: String
        var since: Instant
    }

    static func read(_ reader: inout SheetReader) {
        var order: [Version] = []
        var choices: [Version: [RatingScale.Choice]] = [:]
        var lines: [Version: Int] = [:]
        reader.forEachRow { row in
            guard let code = row.required("scale"), let since = row.moment("since"), let input = row.required("input"),
                let choice = row.required("choice"), let column = row.word("column", columns),
                let vietnamese = row.required("vi"), let english = row.required("en")
            else { return }
            let version = Version(code: code, since: since)
            if choices[version] == nil {
                order.append(version)
                lines[version] = row.line
            }
            for (field, value, isKnown) in [
                ("input", input, choices[version]?.contains { $0.input == input } == true),
                ("choice", choice, choices[version]?.contains { $0.code == choice } == true),
            ] where isKnown {
                row.find(
                    field, value, why: "twice in the scale \(code), which begins in line \(lines[version] ?? 0)",
                    remedy: "Each \(field) may stand once in a scale.")
                return
            }
            choices[version, default: []].append(
                RatingScale.Choice(input: input, code: choice, column: column, vietnamese: vietnamese, english: english)
            )
        }
        guard reader.findings.isEmpty else { return }
        for version in order {
            reader.add(
                RatingScale(code: version.code, since: version.since, choices: choices[version] ?? []),
                named: version.code, field: "scale", at: lines[version])
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.scales.codes.flatMap { directory.scales.all($0) }.flatMap { scale in
            scale.choices.map { choice in
                [
                    scale.code, directory.cell(scale.since), choice.input, choice.code, choice.column.rawValue,
                    choice.vietnamese, choice.english,
                ]
            }
        }
    }
}
