/// Words that a cell may hold, each with its value. They are folded once, and a file may have many rows.
struct WordList<Value: Sendable>: Sendable {
    /// The words to write, the first name of each value.
    let known: [String]
    private let values: [String: Value]

    /// The names of each value; of two values with one name the first has it.
    init(_ names: [(Value, [String])]) {
        known = names.compactMap(\.1.first)
        let all = names.flatMap { value, names in names.map { (CodeRule.folded($0), value) } }
        values = Dictionary(all) { first, _ in first }
    }

    /// The value that `text` names, however it is written.
    func value(of text: String) -> Value? { values[CodeRule.folded(text)] }
}
