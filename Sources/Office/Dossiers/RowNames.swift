import Ratings

/// Which unit or field a row of a table of dossiers is of, told by its code or any name it ever had.
struct RowNames {
    /// What a name stands for.
    enum Answer: Hashable {
        case code(String)
        case several([String])
        case unknown
    }

    private let codes: Set<String>
    private let byName: [String: Set<String>]

    init(_ directory: Directory, _ rows: DossierRows) {
        let named: [(code: String, name: String)] =
            switch rows {
            case .unit: directory.units.all.map { ($0.code, $0.name) }
            case .field: directory.fields.values.map { ($0.code, $0.name) }
            }
        codes = Set(named.map(\.code))
        byName = named.reduce(into: [:]) { names, entry in
            names[CodeRule.folded(entry.name), default: []].insert(entry.code)
        }
    }

    /// What `text` stands for; capitals, marks and spaces do not matter.
    func answer(for text: String) -> Answer {
        if codes.contains(text) { return .code(text) }
        guard let found = byName[CodeRule.folded(text)], let first = found.first else { return .unknown }
        return found.count == 1 ? .code(first) : .several(found.sorted())
    }
}
