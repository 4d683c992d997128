import Foundation
import GRDB
import Ratings

/// A copy of the ledger on its way to the place of the ledger there is, while no service runs.
///
/// The copy is made ready beside the present database: checked, migrated, and with the restoration recorded in its own
/// chain. The present one is folded into a single file and gets a second name. Then one rename puts the copy in place.
/// So whatever cuts this short, one of the two is in place, whole; doing it again ends it.
public struct Restore: Sendable {
    /// What is there now.
    public enum Present: Hashable, Sendable {
        /// No database.
        case none
        /// A ledger, and how its presses compare with the copy's.
        case readable(LedgerCopy, CopyComparison)
        /// A file that cannot be read as a ledger.
        case unreadable(reason: String)
    }

    /// What came of it.
    public struct Outcome: Hashable, Sendable {
        /// The folder in which the ledger there was is kept, if there was one.
        public var kept: String?
        /// Why `anchors.log` has no line of it; the service writes one at its start.
        public var anchorFailure: String?
        /// Why it may not be on the medium yet: a power cut might bring the ledger there was back into place.
        public var syncFailure: String?
    }

    /// What can be cut short.
    enum Step: CaseIterable { case staged, recorded, folded, setAside, cleared, replaced, anchored }

    /// What the file holds.
    public let copy: LedgerCopy
    /// What it is to replace.
    public let present: Present
    private let folder: DataDirectory
    private let file: String
    private let staging: DataDirectory
    private let lock: WriterLock

    /// Takes the data folder's lock, and copies and checks `file`. The present ledger is left as it is.
    /// - Throws: `StoreError.inUse` where a service runs, `StoreError.newerSchema`, `CopyError`, `DatabaseError`.
    public init(of file: String, in folder: DataDirectory) async throws {
        (self.file, self.folder) = (file, folder)
        guard DurableFile.isRegular(file) else { throw CopyError.noFile(path: file) }
        let live = [folder.database, folder.anchors].compactMap(DurableFile.identity)
        if let identity = DurableFile.identity(file), live.contains(identity) { throw CopyError.isLive(path: file) }
        lock = try WriterLock(folder)
        staging = folder.staging
        do {
            try staging.create()
            try DurableFile.copy(file, to: staging.database)
            if DurableFile.isRegular(file + "-wal") {
                try DurableFile.copy(file + "-wal", to: staging.database + "-wal")
            }
            let anchors = try Store.anchors(in: folder.anchors)
            copy = try await Self.check(staging.database, anchors, as: file)
            present = try await Self.present(folder, anchors, beside: staging.database)
        } catch {
            try? DurableFile.remove(staging.path)
            throw error
        }
    }

    /// Leaves all as it was.
    /// - Throws: `CopyError`.
    public func discard() throws { try folder.undoRestore() }

    /// Puts the copy in place and records that.
    /// - Throws: `CopyError`, `StoreError`, `DatabaseError`; the ledger there was is in place then.
    public func perform(at instant: Instant, who: String, why: String) async throws -> Outcome {
        try await perform(at: instant, who: who, why: why) { _ in }
    }

    func perform(
        at instant: Instant, who: String, why: String, onStep: (Step) throws -> Void
    ) async throws -> Outcome {
        defer { try? discard() }
        let why = why.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingCharacters(in: .whitespaces)
        guard (1...1000).contains(why.count) else { throw CopyError.noReason }
        try onStep(.staged)
        try anchorLeft(at: instant)
        try await record(at: instant, who: who, why: why)
        try onStep(.recorded)
        try fold()
        try onStep(.folded)
        let kept = try setAside(at: instant)
        try onStep(.setAside)
        try clear(into: kept)
        try onStep(.cleared)
        try DurableFile.rename(staging.database, to: folder.database)
        // The copy is in place: from here on nothing is an error that would say otherwise.
        var outcome = Outcome(kept: kept)
        do {
            try onStep(.replaced)
            try DurableFile.sync(folder.path)
        } catch {
            outcome.syncFailure = "\(error)"
        }
        do {
            try anchor(at: instant)
            try onStep(.anchored)
        } catch {
            outcome.anchorFailure = "\(error)"
        }
        return outcome
    }

    private static func check(_ path: String, _ anchors: [Anchor], as file: String) async throws -> LedgerCopy {
        do {
            let copy = try await LedgerCopy(checking: path, against: anchors)
            if let flaw = copy.flaw { throw CopyError.unsound(path: file, reason: flaw.description) }
            return copy
        } catch CopyError.unsound(_, let reason) {
            throw CopyError.unsound(path: file, reason: reason)
        } catch StoreError.newerSchema {
            throw StoreError.newerSchema(path: file)
        }
    }

    private static func present(
        _ folder: DataDirectory, _ anchors: [Anchor], beside copy: String
    ) async throws -> Present {
        guard FileManager.default.fileExists(atPath: folder.database) else { return .none }
        do {
            let present = try await LedgerCopy(checking: folder.database, against: anchors)
            return .readable(present, try await CopyComparison(copy: copy, present: folder.database))
        } catch CopyError.unsound(_, let reason) {
            return .unreadable(reason: reason)
        } catch StoreError.newerSchema {
            return .unreadable(reason: "a newer HaiLong has written it")
        }
    }

    /// Records in the copy's own chain what it replaces.
    private func record(at instant: Instant, who: String, why: String) async throws {
        let record = try StoredRecord(
            Restoration(
                at: instant, left: left?.head, leftFindings: left?.verification.findings.count ?? 0,
                anchored: anchoredOnlyByLeft()))
        do {
            let store = try Store(writing: staging)
            _ = try await store.write { writer in
                try writer.append(Change(at: instant, who: who, action: "restore", why: why, records: [record]))
            }
            try store.close()
        } catch let error as DatabaseError {
            throw CopyError.file(path: folder.path, reason: error.reason)
        }
        guard DurableFile.identity(staging.database + "-wal") == nil else {
            throw CopyError.inUse(path: staging.database)
        }
        try folder.handOver([staging.database])
        try DurableFile.sync(staging.database)
        try DurableFile.sync(staging.path)
    }

    /// The ledger that is left behind, if there is one that can be read.
    private var left: LedgerCopy? {
        if case .readable(let ledger, _) = present { ledger } else { nil }
    }

    /// The anchored heads that the ledger left behind accounts for and the copy does not.
    ///
    /// Those beyond the copy's end are what an older copy lacks. Where the copy contradicts an anchor, it was written
    /// anew, and that must stay a finding, unless it is a ledger that was left behind in its turn: then it fits an
    /// anchor that the ledger there is only explains.
    private func anchoredOnlyByLeft() -> [Restoration.Head] {
        var (unfit, leftUnfit) = (copy.verification.unfit, Set<Anchor>())
        var comesBack = false
        if let left {
            leftUnfit = Set(left.verification.unfit)
            comesBack = left.verification.explained.flatMap(\.anchors).contains { !unfit.contains($0) }
        }
        unfit.removeAll { anchor in
            leftUnfit.contains(anchor)
                || (anchor.ledger == copy.ledger && anchor.position <= copy.head.position && !comesBack)
        }
        var heads = unfit.map(\.head)
        if let head = left?.head, head.ledger != copy.ledger || head.position > copy.head.position || comesBack,
            !heads.contains(head)
        {
            heads.append(head)
        }
        return heads
    }

    /// Anchors the ledger that is to be left behind.
    private func anchorLeft(at instant: Instant) throws {
        guard let head = left?.head, try Store.anchors(in: folder.anchors).last?.head != head else { return }
        let anchor = Anchor(
            at: instant, ledger: head.ledger, position: head.position, hash: head.hash, reason: "left")
        try DurableAppend.line(anchor.line, to: folder.anchors)
        try folder.handOver([folder.anchors])
    }

    /// Makes one file of the present database and its WAL: a WAL left behind could be taken for the copy's.
    private func fold() throws {
        // Nothing can be folded that nothing can read, and to try might alter it; it is set aside as it is.
        guard present != .none, isReadable else { return }
        var configuration = Configuration()
        configuration.busyMode = .timeout(2)
        do {
            let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try queue.close()
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
            throw CopyError.inUse(path: folder.database)
        }
        try DurableFile.sync(folder.path)
    }

    /// Whether SQLite calls the present file a database.
    private var isReadable: Bool {
        var configuration = Configuration()
        configuration.readonly = true
        return
            (try? DatabaseQueue(path: folder.database, configuration: configuration).read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
            }) != nil
    }

    /// Gives the present database a second name in a folder of its own.
    private func setAside(at instant: Instant) throws -> String? {
        guard present != .none else { return nil }
        let name = BackupName.timestamp(instant, in: copy.zone)
        let free = (1...).lazy.map { $0 == 1 ? name : "\(name)-\($0)" }.first { name in
            DurableFile.identity(folder.setAside(name).path) == nil
        }
        let kept = folder.setAside(free ?? name)
        try kept.create()
        try folder.handOver([kept.path])
        try DurableFile.link(folder.database, to: kept.database)
        try DurableFile.sync(kept.path)
        try DurableFile.sync(folder.path)
        return kept.path
    }

    /// Takes away what SQLite would apply to the copy: there is something only beside a file that could not be read.
    private func clear(into kept: String?) throws {
        for suffix in ["-wal", "-shm", "-journal"] where DurableFile.identity(folder.database + suffix) != nil {
            guard let kept else {
                try DurableFile.remove(folder.database + suffix)
                continue
            }
            try DurableFile.rename(folder.database + suffix, to: DataDirectory(kept).database + suffix)
        }
        try DurableFile.sync(folder.path)
    }

    /// Anchors the ledger now in place; in a folder that has no anchors, behind those that came with the copy.
    private func anchor(at instant: Instant) throws {
        if DurableFile.identity(folder.anchors) == nil, DurableFile.isRegular(Store.anchors(of: file)) {
            try DurableFile.copy(Store.anchors(of: file), to: folder.anchors)
        }
        let store = try Store(reading: folder)
        try store.writeAnchor(at: instant, reason: "restore")
        try store.close()
        try folder.handOver([folder.anchors])
    }
}
