import Foundation
import Office
import Ratings

/// Files of an import, one after the other, each behind a line `=== NAME`; `=== complete` makes them complete.
///
/// What is accepted can be exported, and importing that again changes nothing.
enum FilesTarget {
    /// Two units, two counters, three officers, a box, a calendar and a scale.
    private static let directory = Result { try FuzzDesk.directory() }

    static func run(_ bytes: [UInt8]) throws {
        let (files, isComplete) = split(bytes)
        let directory = try directory.get()
        let plan: Plan
        do {
            plan = try FuzzDesk.planner(directory).importFiles(files, complete: isComplete, since: nil)
        } catch let error as OfficeError {
            return try demand(!error.findings.isEmpty, "refused without a reason")
        }
        let changed = Set(plan.records.map(\.kind))
        guard !changed.isEmpty else { return }
        let after = try plan.applied(to: directory)
        let exported = FileKind.allCases.filter { changed.contains($0.record) }.map {
            ImportFile(name: $0.fileName, bytes: Data(CSVWriter.text(of: $0, in: after, hasByteOrderMark: false).utf8))
        }
        let again: Plan
        do {
            again = try FuzzDesk.planner(after).importFiles(exported, complete: false, since: nil)
        } catch {
            throw Violation(description: "what was exported is refused: \(error)")
        }
        try demand(again.records.isEmpty, "importing the export changes \(again.records)")
    }

    private static func split(_ bytes: [UInt8]) -> (files: [ImportFile], isComplete: Bool) {
        var files: [ImportFile] = []
        var isComplete = false
        var name = "files.csv"
        var body: [UInt8] = []
        func end() { if !body.isEmpty { files.append(ImportFile(name: name, bytes: Data(body))) } }
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard line.starts(with: "=== ".utf8) else {
                body += line + [0x0A]
                continue
            }
            end()
            (name, body) = (String(decoding: line.dropFirst(4), as: UTF8.self), [])
            if name == "complete" { isComplete = true }
        }
        end()
        return (files, isComplete)
    }
}
