import Foundation

extension Recording {
    private static let database = "hailong.sqlite"
    private static let log = "hailong.sqlite-wal"

    /// The events between the first ACK and the last: boxes are pressed, and the service runs or has been killed.
    private var pressed: Range<Int> {
        guard let first = acks.entries.first, let last = acks.entries.last else { return 0..<0 }
        return first.ended..<max(first.ended, last.began)
    }

    /// The points at which the log was being copied into the database: from a first page on until its sync has returned.
    var copyings: [ClosedRange<Int>] {
        stretches(in: Self.database, syncs: 1) { $0.kind == .write }
    }

    /// The points at which the log was begun anew over its old frames, until its new head and a first commit were synced.
    var beginnings: [ClosedRange<Int>] {
        stretches(in: Self.log, syncs: 2) { $0.kind == .write && $0.offset == 0 }
    }

    /// From each such event on a file, while boxes are pressed, until so many syncs of that file have returned.
    private func stretches(
        in file: String, syncs: Int, from isFirst: (WitnessEvent) -> Bool
    ) -> [ClosedRange<Int>] {
        var stretches: [ClosedRange<Int>] = []
        var open: (first: Int, syncs: Int)?
        for index in pressed where events[index].name == file {
            if open == nil, isFirst(events[index]) { open = (index + 1, 0) }
            guard events[index].kind == .syncEnded, let begun = open else { continue }
            open?.syncs += 1
            guard begun.syncs + 1 == syncs else { continue }
            stretches.append(begun.first...index)
            open = nil
        }
        return stretches
    }

    /// What was wrong after each of so many power cuts, where anything was; not looked for further once there is enough.
    /// - Parameter begin: What starts on the files that are left, before they are looked at; it tells what was wrong.
    func flaws(
        cuts: Int, seed: UInt64, enough: Int = 10,
        begin: @escaping @Sendable (Centre) async throws -> [String] = { _ in [] }
    ) async throws -> [String] {
        let folder = try TemporaryFolder()
        let (path, made) = (folder.path, presses)
        return try await withThrowingTaskGroup(of: [String].self) { group in
            var flaws: [String] = []
            for (number, cut) in PowerCuts(of: self, cuts, seed: seed).enumerated() {
                // Starts mostly wait, for a disk and for one another.
                if number >= Self.lanes { flaws += try await group.next() ?? [] }
                guard flaws.count < enough else { break }
                group.addTask {
                    let centre = try Centre(in: "\(path)/\(number)")
                    defer { try? FileManager.default.removeItem(atPath: centre.folder) }
                    let aftermath = try Aftermath(cut.files, at: centre.data)
                    let found =
                        try await begin(centre) + aftermath.flaws(required: cut.released, allowed: made)
                    return found.isEmpty ? [] : ["cut \(cut.point): \(found.joined(separator: "; "))"]
                }
            }
            for try await found in group { flaws += found }
            return flaws
        }
    }

    private static let lanes = 3
}
