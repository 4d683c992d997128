import Foundation
import Ratings
import Reports

/// One thing that a person asks to be done. It travels as JSON, so a command can hand it to a running service.
///
/// Moments that are nil mean "now". `why` is the reason that the audit row keeps; it must not be empty except where a
/// case says so.
public enum OfficeRequest: Codable, Hashable, Sendable {
    /// Takes in files of the directory, all or nothing. With `complete` what the files do not name is closed from
    /// `since` on. `why` may be empty.
    case importFiles([ImportFile], complete: Bool = false, since: Instant? = nil, why: String = "")
    /// Takes in the dossier statistics of a period, in place of those it has. `columns` is the code of the column map, nil
    /// where there is one at most; `sheet` the sheet of a workbook. `why` may be empty.
    case importDossiers(
        ImportFile, period: String, columns: String? = nil, sheet: String? = nil, why: String = "")
    /// The box stands at these counters since then (until then, where told). Registers it where needed, under `label`
    /// or the first free one.
    case boxAssign(
        uid: String, counters: [String], since: Instant? = nil, until: Instant? = nil, label: String? = nil, why: String
    )
    /// The box stands nowhere from then on.
    case boxRelease(uid: String, since: Instant? = nil, why: String)
    /// Registers a box, or changes its label or note; nil leaves what there is, an empty note takes it away.
    case boxRegister(uid: String, label: String? = nil, note: String? = nil, why: String)
    /// A technician's test begins or ends.
    case boxTest(uid: String, isOn: Bool, since: Instant? = nil, why: String)
    /// Decides on the stretches in which two live boxes gave one identity: on all undecided ones, or on the one that
    /// begins at ledger position `from`.
    case settleDuplicate(uid: String, decision: DuplicateIdentity.Decision, from: Int64? = nil, why: String)
    /// An officer signs on (Bắt đầu trực), until the session ends by the calendar unless told.
    case dutyStart(
        counter: String, officer: String, unit: String? = nil, since: Instant? = nil, until: Instant? = nil, why: String
    )
    /// An officer's duty at the counter ends (Kết thúc trực); nil ends everybody's.
    case dutyEnd(counter: String, officer: String? = nil, since: Instant? = nil, why: String)
    /// Corrects the duty that `officer` had at the counter at `moment`. Nil leaves a value, an empty unit leaves the
    /// unit to the counter.
    case dutyCorrect(
        counter: String, officer: String, moment: Instant, newOfficer: String? = nil, unit: String? = nil,
        since: Instant? = nil, until: Instant? = nil, why: String)
    /// An officer stands in (trực thay) from–to, for one officer or (nil) for whoever is there.
    case standIn(
        counter: String, officer: String, replaces: String? = nil, unit: String? = nil, since: Instant? = nil,
        until: Instant, why: String)
    /// Invites to rate at a counter; `windowSeconds` nil takes the setting. `why` may be empty.
    case invite(counter: String, subject: Subject? = nil, windowSeconds: Int? = nil, why: String = "")
    /// Closes an invitation by hand. `why` may be empty.
    case closeInvitation(id: UInt32, why: String = "")
    /// These presses do not count (không tính).
    case setAside([PressKey], why: String)
    /// These presses count after all (giữ).
    case keep([PressKey], why: String)
    /// Closes the case of a dissatisfied rating with its cause; nil opens it again. A cause with staff names an officer, by
    /// default the one whom the rating counts for.
    case closeCase(PressKey, cause: ClosedCase.Cause?, officer: String? = nil, why: String)
    /// Sets a dated setting.
    case set(Setting.Name, scope: Setting.Scope = .centre, value: String, since: Instant? = nil, why: String)
    /// Lists a reporting period, or changes its days.
    case definePeriod(name: String, first: Day, last: Day, why: String)
    /// Freezes the figures of a period (a month, a quarter, …) with the documents that go to be signed. Nil settings are
    /// those of the centre. `why` may be empty.
    case submitReport(month: String, paper: PaperSettings? = nil, isReplacement: Bool = false, why: String = "")
    /// Records number, date and signer of what was signed, and keeps the signed PDF if there is one. `why` may be empty.
    case publishReport(
        month: String, number: Int, date: Day, signer: String, signed: Data? = nil, why: String = "")
    /// Keeps the signed PDF of an issued edition: of the last one unless told. `why` may be empty for the first; with it,
    /// another one counts from then on.
    case attachSigned(month: String, edition: Int? = nil, signed: Data, why: String = "")
    /// Takes a submission back: the period is a draft again.
    case withdrawReport(month: String, why: String)
    /// Accepts a finding of the check of a month, told by its mark; `papers` are those that were checked with it.
    case acceptFinding(month: String, mark: String, papers: CheckedPapers = CheckedPapers(), why: String)
    /// Keeps what persons wrote into the report of a month, by the names of the template's fields, in place of what is
    /// kept of it. Beside an issued report only those of one that is to replace it. `why` may be empty.
    case writeTexts(month: String, texts: [String: String], isReplacement: Bool = false, why: String = "")
    /// Erases what is personal about a press, or (nil) all that is past its retention.
    case erasePersonal(PressKey? = nil, why: String)
    /// Computes all tables again.
    case reproject(why: String)
}

extension OfficeRequest {
    /// The reason given, and whether it must not be empty.
    var reason: (text: String, isNeeded: Bool) {
        switch self {
        case .importFiles(_, _, _, let why), .importDossiers(_, _, _, _, let why), .invite(_, _, _, let why),
            .closeInvitation(_, let why), .submitReport(_, _, _, let why), .publishReport(_, _, _, _, _, let why),
            .attachSigned(_, _, _, let why), .writeTexts(_, _, _, let why):
            (why, false)
        case .boxAssign(_, _, _, _, _, let why), .boxRelease(_, _, let why), .boxRegister(_, _, _, let why),
            .boxTest(_, _, _, let why), .settleDuplicate(_, _, _, let why), .dutyStart(_, _, _, _, _, let why),
            .dutyEnd(_, _, _, let why), .dutyCorrect(_, _, _, _, _, _, _, let why),
            .standIn(_, _, _, _, _, _, let why), .setAside(_, let why), .keep(_, let why), .closeCase(_, _, _, let why),
            .set(_, _, _, _, let why),
            .definePeriod(_, _, _, let why), .withdrawReport(_, let why),
            .acceptFinding(_, _, _, let why), .erasePersonal(_, let why), .reproject(let why):
            (why, true)
        }
    }
}
