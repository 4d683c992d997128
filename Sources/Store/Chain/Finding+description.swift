import Ratings

extension Verification.Finding: CustomStringConvertible {
    /// What is wrong, where, and what it means.
    public var description: String {
        switch self {
        case .altered(let position, let table): "row \(position) (\(table)) was altered"
        case .missing(let position): "row \(position) is missing"
        case .inserted(let position, let table): "row \(position) (\(table)) was inserted"
        case .alteredOrInserted(let position, let table):
            "row \(position) (\(table)), the last, was altered or inserted"
        case .cutTail(let last, let anchor):
            "the ledger ends at row \(last), but had \(anchor.position) rows at \(MomentText.utc(anchor.at)): "
                + "its tail was cut, or an older copy was put back"
        case .rewritten(let anchor):
            "row \(anchor.position) is not the one anchored at \(MomentText.utc(anchor.at)): the ledger was written anew"
        case .otherLedger(let anchor):
            "the anchor of \(MomentText.utc(anchor.at)) is of another ledger (\(String(anchor.ledger, radix: 16)))"
        case .record(let kind, let key): "the record \(kind) \(key) is not what the changes made of it"
        case .ratings(let missing, let extra):
            "\(missing) presses have no rating, \(extra) ratings no press: run 'hailong reproject'"
        case .tallies(let cells):
            "\(cells) cells of the tables are not what the ratings add up to: run 'hailong reproject'"
        case .schema(let object, .missing): "the \(object) is missing: \(Self.restructured)"
        case .schema(let object, .altered): "the \(object) was altered: \(Self.restructured)"
        case .schema(let object, .added): "the \(object) was added: \(Self.restructured)"
        case .personal(let position): "the personal note of row \(position) is not the one that came with it"
        case .document(let name, let isMissing):
            "the document \(name) is \(isMissing ? "missing" : "not the one that was kept")"
        case .strayDocument(let hash): "a document stands there that no report names (\(hash))"
        }
    }

    private static let restructured =
        "somebody changed how the file is built; put a backup from before that in its place: hailong restore FILE --why …"
}
