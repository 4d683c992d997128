import Ratings

extension IssueRule.Refusal {
    /// What is wrong with a step of the report of `period`, and what to do next.
    func finding(_ period: String) -> Finding {
        func finding(_ field: String, _ value: String? = nil, _ why: String, _ remedy: String) -> Finding {
            Finding(field: field, value: value, why: why, remedy: remedy)
        }
        let submit = "Freeze its figures first with 'hailong report issue submit --month \(period)'."
        return switch self {
        case .waitsForSignature(let edition):
            finding(
                "month", period, "edition \(edition) waits for its signature",
                "Its figures and texts are frozen. Record its number with 'report issue publish', or take it back with "
                    + "'report issue withdraw'.")
        case .isIssued(let edition):
            finding(
                "month", period, "edition \(edition) was issued, and is never altered",
                "For a report that replaces it, say --replacement: 'report loi-van' for its texts, 'report issue submit' "
                    + "for today's figures.")
        case .nothingToReplace:
            finding("month", period, "nothing was issued that could be replaced", "Leave --replacement out.")
        case .notSubmitted: finding("month", period, "nothing waits for a signature", submit)
        case .notIssued: finding("month", period, "no such edition was issued", "See 'hailong report list'.")
        case .isAttached(let edition):
            finding(
                "month", period, "edition \(edition) has its signed document already",
                "See it with 'hailong report issue export'. If it is the wrong file, say --why: it stays kept, and the new "
                    + "one counts.")
        case .isSameDocument(let edition):
            finding(
                "month", period, "edition \(edition) has this very file already", "Name the file that is to count.")
        case .noNumber: finding("number", nil, "not a document's number", "Give the number, 1 or more.")
        case .dateBeforeEnd(let last):
            finding(
                "date", nil, "lies before the period's last day, \(last)", "Give the day that stands on the document.")
        case .dateBeforeReplaced(let edition, let date):
            finding(
                "date", nil, "lies before that of edition \(edition), which this one replaces: \(date)",
                "Give the day that stands on the document.")
        case .dateToCome: finding("date", nil, "is still to come", "Give the day that stands on the document.")
        case .numberTaken(let other, let edition):
            finding(
                "number", nil, "was given to edition \(edition) of \(other) in the same year",
                "Look the number up in the register of documents.")
        }
    }
}
