/// How the report of a period moves: dự thảo → trình ký → đã ban hành. A submission may be withdrawn; an issued edition
/// stays as it is, and is followed by another that names it.
public enum IssueRule {
    /// Why a step cannot be taken.
    public enum Refusal: Error, Hashable, Sendable {
        /// This edition waits for its signature.
        case waitsForSignature(edition: Int)
        /// This edition was issued, and nobody said that it is to be replaced.
        case isIssued(edition: Int)
        /// No edition was issued that could be replaced.
        case nothingToReplace
        /// No edition waits for its signature.
        case notSubmitted
        /// No edition was issued.
        case notIssued
        /// The edition has its signed document already, and nobody said why another one is to count.
        case isAttached(edition: Int)
        /// The edition has this very file already.
        case isSameDocument(edition: Int)
        /// A document's number is 1 or more.
        case noNumber
        /// The day of issue lies before the period's last day, whose ratings it is to tell.
        case dateBeforeEnd(last: Day)
        /// The day of issue lies before that of the report that is to be replaced.
        case dateBeforeReplaced(edition: Int, date: Day)
        /// The day of issue is still to come.
        case dateToCome
        /// Another report of the year has this number and sign.
        case numberTaken(period: String, edition: Int)
    }

    /// The edition that says where the period stands: the last one that was not withdrawn; nil for a draft.
    public static func current(_ editions: [ReportEdition]) -> ReportEdition? {
        editions.last { $0.state != .withdrawn }
    }

    /// The edition in force: the last one issued.
    public static func inForce(_ editions: [ReportEdition]) -> ReportEdition? {
        editions.last { $0.state == .issued }
    }

    /// The number of the edition that goes to be signed next, and of the issued one that it replaces.
    public static func next(
        after editions: [ReportEdition], isReplacement: Bool
    ) throws(Refusal) -> (number: Int, replaces: Int?) {
        let current = current(editions)
        if let current, current.state == .forSignature { throw .waitsForSignature(edition: current.number) }
        if let current, !isReplacement { throw .isIssued(edition: current.number) }
        if current == nil, isReplacement { throw .nothingToReplace }
        return ((editions.last?.number ?? 0) + 1, current?.number)
    }

    /// The edition that waits for its signature.
    public static func submitted(_ editions: [ReportEdition]) throws(Refusal) -> ReportEdition {
        guard let current = current(editions), current.state == .forSignature else { throw .notSubmitted }
        return current
    }

    /// The edition that waits for its signature, with its number, date and signer; the documents are still to be made.
    /// - Parameters:
    ///   - all: The editions of all periods, among which a number is used once a year.
    ///   - today: The present day; no document bears a later one.
    public static func issued(
        _ period: String, number: Int, date: Day, signer: String, at instant: Instant, today: Day,
        among all: [String: [ReportEdition]]
    ) throws(Refusal) -> ReportEdition {
        var edition = try submitted(all[period] ?? [])
        guard number > 0 else { throw .noNumber }
        guard date >= edition.last else { throw .dateBeforeEnd(last: edition.last) }
        let replaced = all[period]?.first { $0.number == edition.replaces }
        if let replaced, let issue = replaced.issue, date < issue.date {
            throw .dateBeforeReplaced(edition: replaced.number, date: issue.date)
        }
        guard date <= today else { throw .dateToCome }
        let other = all.values.joined().first { other in
            other.sign == edition.sign && other.issue?.number == number
                && other.issue?.date.civil.year == date.civil.year
        }
        if let other { throw .numberTaken(period: other.period, edition: other.number) }
        edition.issue = ReportEdition.Issue(
            number: number, date: date, signer: signer, recorded: instant, documents: [])
        return edition
    }

    /// The edition that waits for its signature, withdrawn: the period is a draft again, or the edition before stands.
    public static func withdrawn(_ editions: [ReportEdition], at instant: Instant) throws(Refusal) -> ReportEdition {
        var edition = try submitted(editions)
        edition.withdrawn = instant
        return edition
    }

    /// The issued edition of this number, or the last one, with its signed document. A correction follows the file that
    /// was attached before, which stays kept.
    public static func attached(
        _ file: KeptFile, to editions: [ReportEdition], edition number: Int?, isCorrection: Bool
    ) throws(Refusal) -> ReportEdition {
        let issued = number.map { number in editions.first { $0.number == number } } ?? inForce(editions)
        guard var edition = issued, let earlier = edition.issue?.allSigned else { throw .notIssued }
        guard earlier.last?.hash != file.hash else { throw .isSameDocument(edition: edition.number) }
        guard earlier.isEmpty || isCorrection else { throw .isAttached(edition: edition.number) }
        edition.issue?.attach(file)
        return edition
    }
}
