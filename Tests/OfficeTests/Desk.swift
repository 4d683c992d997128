import Foundation
import Office
import Ratings
import Reports
import Store

/// An office over a store in a temporary folder, with short ways to ask.
struct Desk {
    let office: Office
    let store: Store
    let folder: String

    /// The moment "now" of all tests: 2020-06-15 09:00 in Vietnam.
    static let now = moment("2020-06-15T09:00")

    init() throws {
        folder = NSTemporaryDirectory() + "office-\(UUID().uuidString)"
        store = try Store(writing: DataDirectory(folder))
        office = Office(store: store, documents: PlainDocuments())
    }

    /// Runs `body` at a new desk with two units, two counters, three officers, a calendar and a scale, and clears up.
    static func opened(_ body: (Desk) async throws -> Void) async throws {
        try await empty { desk in
            try await desk.take(directory)
            try await body(desk)
        }
    }

    /// Runs `body` at a desk with nothing on it, and clears up.
    static func empty(_ body: (Desk) async throws -> Void) async throws {
        let desk = try Desk()
        defer { try? FileManager.default.removeItem(atPath: desk.folder) }
        try await body(desk)
        try desk.store.close()
    }

    static func moment(_ text: String) -> Instant {
        MomentText.parse(text, in: .vietnam) ?? Instant(milliseconds: 0)
    }

    static let directory = [
        "units.csv": "code,name,order,since\nSXD,Sở Xây dựng,1,2019-01-01\nSYT,Sở Y tế,2,2019-01-01\n",
        "counters.csv": "code,name,units,since\nQ01,Quầy 1,SXD,2019-01-01\nQ02,Quầy 2,SYT,2019-01-01\n",
        "officers.csv":
            "code,name,employer,standing\nA,Lê An,,chính thức\nB,Trần Bình,Bưu điện tỉnh,dự phòng\nC,Võ Cúc,,\n",
        "calendar.csv": """
        rule,weekday,date,session,opens,closes,since,counter
        session,1,,sáng,07:00,11:00,2019-01-01,
        session,1,,chiều,13:00,17:00,2019-01-01,

        """,
        "scales.csv": """
        scale,since,input,choice,column,vi,en
        nam-cot,2019-01-01,1,tot,satisfied_service,Hài lòng,Satisfied
        nam-cot,2019-01-01,3,kem,Không hài lòng về nghiệp vụ nhân viên,Không hài lòng,Dissatisfied

        """,
    ]

    /// Imports these files together.
    @discardableResult
    func take(
        _ files: [String: String], complete: Bool = false, since: Instant? = nil, isPreview: Bool = false
    ) async throws -> OfficeReply {
        let files = files.sorted { $0.key < $1.key }.map { ImportFile(name: $0.key, bytes: Data($0.value.utf8)) }
        return try await ask(.importFiles(files, complete: complete, since: since, why: "thử"), isPreview: isPreview)
    }

    /// Asks for something, as a supervisor, now.
    @discardableResult
    func ask(_ request: OfficeRequest, isPreview: Bool = false, at: Instant = Desk.now) async throws -> OfficeReply {
        try await office.perform(request, who: "giám sát", at: at, isPreview: isPreview)
    }

    /// The findings with which a request is refused; none where it is done.
    func refusal(of request: OfficeRequest) async throws -> [Finding] {
        let before = try store.changes().count
        do {
            try await ask(request)
            return []
        } catch let error as OfficeError {
            guard try store.changes().count == before else { return [] }
            return error.findings
        }
    }

    /// The findings with which files are refused.
    func refusal(of files: [String: String], complete: Bool = false) async throws -> [Finding] {
        let files = files.sorted { $0.key < $1.key }.map { ImportFile(name: $0.key, bytes: Data($0.value.utf8)) }
        return try await refusal(of: .importFiles(files, complete: complete))
    }

    /// A press made at `text`, delivered `age` later.
    @discardableResult
    func press(
        _ device: String, _ sequence: UInt32, at text: String, input: String = "1", age: Duration = .zero
    ) async throws -> PressKey {
        let made = Self.moment(text)
        let moment = made + age
        let key = PressKey(device: device, boot: 7, sequence: sequence)
        let clock = ClockReading(
            wall: moment, hostBoot: "host", bootTime: .milliseconds(moment.milliseconds - 1_500_000_000_000),
            isSynchronized: true)
        let tick = UInt64(made.milliseconds - 1_500_000_000_000)
        _ = try store.commit([
            .press(Press(key: key, tick: tick, input: input, arrival: Arrival(clock: clock, age: age)))
        ])
        return key
    }

    /// The ratings, in the order of the ledger.
    func ratings() throws -> [Rating] {
        var ratings: [Rating] = []
        try store.forEachPress { ratings.append($0.rating) }
        return ratings
    }

    /// The assignments of a box as "Q01 2020-06-01 – 2020-06-10".
    func places(of uid: String) -> [String] {
        store.directory.assignments.all(of: uid).map { assignment in
            let end = assignment.until.map { " – \(Words.day($0))" } ?? ""
            return "\(assignment.counters.joined(separator: "+")) \(Words.day(assignment.since))\(end)"
        }
    }

    /// The duties at a counter as "A sign_on 07:00 – 11:00".
    func duties(at counter: String) -> [String] {
        store.directory.duties.all(of: counter).map { duty in
            let end = duty.until.map { " – \(Zone.vietnam.dayTime(of: $0))" } ?? ""
            return "\(duty.officer) \(duty.source.rawValue) \(Zone.vietnam.dayTime(of: duty.since))\(end)"
        }
    }
}

/// The documents of a report that need no library above this room.
private struct PlainDocuments: DocumentMaking {
    func manner() -> ReportManner? { nil }

    func documents(of report: FrozenReport) throws -> MadeDocuments {
        MadeDocuments([
            MadeDocument(
                name: "phu-luc-ii.txt", bytes: Data(TextRenderer.render(report.table, zone: report.timeZone).utf8)),
            MadeDocument(name: "phu-luc-ii.csv", bytes: Data(CSVRenderer.render(report.table).utf8)),
        ])
    }
}

private enum Words {
    static func day(_ instant: Instant) -> String { "\(Zone.vietnam.day(of: instant))" }
}

/// A file of the fixtures folder.
func fixture(_ name: String) throws -> ImportFile {
    let folder = Bundle.module.resourceURL ?? URL(fileURLWithPath: ".")
    return ImportFile(name: name, bytes: try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
}
