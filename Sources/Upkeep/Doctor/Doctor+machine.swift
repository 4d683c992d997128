import Ratings

extension Doctor {
    /// Whether the service runs, answers, and has room for its ports.
    var serviceFindings: [Finding] {
        let service = facts.service
        guard let pid = service.pid else {
            guard case .nobody = service.answer else { return limitFindings }
            // Whether it runs cannot be told from outside a folder that cannot be seen.
            if facts.unseen.contains(.unseenFolder) { return [] }
            return [Finding(service.hasSocket ? .serviceKilled : .serviceStopped)]
        }
        let process: [String: Finding.Value] = ["pid": .text("\(pid)")]
        switch service.answer {
        case .links, .forbidden: return limitFindings
        case .nobody: return [Finding(.serviceBlocked, process)]
        case .broken(let reason):
            let parameters = process.merging(["reason": .text(reason)]) { $1 }
            return limitFindings + [Finding(.serviceStuck, parameters)]
        }
    }

    private var limitFindings: [Finding] {
        let ports = max(facts.ports.count, facts.service.links?.count ?? 0)
        let wanted = ports * Bound.filesPerPort + Bound.otherFiles
        guard let limit = facts.service.openFiles, limit < wanted else { return [] }
        return [
            Finding(.descriptorsLow, ["limit": .count(limit), "wanted": .count(wanted), "ports": .count(ports)])
        ]
    }

    /// Whether presses get the right time.
    var clockFindings: [Finding] {
        var findings: [Finding] = []
        if facts.clock.isSynchronized == false {
            findings.append(Finding(facts.clock.hasTimeService ? .clockUnsynchronized : .clockWithoutService))
        }
        if let newest = book?.newestPress, newest - now > Bound.clock {
            findings.append(
                Finding(.clockBehind, ["now": .moment(now), "newest": .moment(newest)]))
        }
        return findings
    }

    /// Whether the service can store what is brought. A disk that is mounted read-only is told once.
    var storingFindings: [Finding] {
        guard facts.folder?.readOnlyMount == nil else { return [] }
        let trouble = facts.service.trouble
        let writing = trouble.writing.map { finding(Self.kind(of: $0.cause), $0) }
        return [writing, trouble.copying.map { finding(.logNotCopied, $0) }].compactMap(\.self)
    }

    private func finding(_ kind: Finding.Kind, _ failure: StoreTrouble.Failure) -> Finding {
        Finding(kind, ["folder": .text(facts.folder?.path ?? "?"), "reason": .text(failure.reason)])
    }

    /// Each cause has a remedy of its own.
    private static func kind(of cause: StoreTrouble.Cause) -> Finding.Kind {
        switch cause {
        case .full: .writeDiskFull
        case .readOnly: .writeReadOnly
        case .medium: .writeMediumFails
        case .damaged: .writeDamaged
        case .other: .writeFails
        }
    }

    /// Whether the data folder can be written, and by the right user.
    var folderFindings: [Finding] {
        guard let folder = facts.folder else { return [] }
        var findings: [Finding] = []
        let path: [String: Finding.Value] = ["folder": .text(folder.path)]
        let percent = folder.totalBytes > 0 ? folder.freeBytes / max(folder.totalBytes / 100, 1) : 100
        if folder.freeBytes < Bound.freeBytes || percent < Bound.freePercent {
            findings.append(
                Finding(
                    .diskLow, path.merging(["free": .bytes(folder.freeBytes), "percent": .count(Int(percent))]) { $1 }))
        }
        if folder.totalFiles > 0, folder.freeFiles < folder.totalFiles / 100 * Bound.freePercent {
            let left: [String: Finding.Value] = ["count": .count(Int(clamping: folder.freeFiles))]
            findings.append(Finding(.inodesLow, path.merging(left) { $1 }))
        }
        if let mount = folder.readOnlyMount {
            findings.append(
                Finding(.diskReadOnly, path.merging(["mount": .text(mount)]) { $1 }))
        }
        if folder.owner.mode & 0o007 != 0 {
            let mode: [String: Finding.Value] = ["mode": .text("0" + String(folder.owner.mode & 0o7777, radix: 8))]
            findings.append(Finding(.folderOpen, path.merging(mode) { $1 }))
        }
        if !folder.foreignFiles.isEmpty {
            let names = folder.foreignFiles.prefix(5).joined(separator: ", ")
            let more = folder.foreignFiles.count > 5 ? ", …" : ""
            findings.append(
                Finding(
                    .foreignFiles,
                    path.merging([
                        "files": .text(names + more), "user": .text(facts.rights.account.user.name),
                    ]) { $1 }))
        }
        return findings
    }

    /// Whether each place for backups has a new one. A ledger that is younger than the bound need not have one yet, and
    /// a stick may be away for as long.
    var backupFindings: [Finding] {
        guard let first = book?.directory.runs.first?.started, now - first > Bound.backup else { return [] }
        return facts.backups.compactMap { state in
            if let newest = state.newest, now - newest <= Bound.backup { return nil }
            var parameters: [String: Finding.Value] = ["target": .text(state.target)]
            if let reason = state.problem ?? state.failure?.reason {
                parameters["reason"] = .text(reason)
                return Finding(.backupFails, parameters)
            }
            guard let newest = state.newest else { return Finding(.backupMissing, parameters) }
            parameters["newest"] = .moment(newest)
            return Finding(.backupOld, parameters)
        }
    }

    /// Whether the database can be read and is set up so that a receipt holds.
    var databaseFindings: [Finding] {
        let path: [String: Finding.Value] = ["folder": .text(facts.folder?.path ?? "?")]
        switch facts.database {
        case .missing: return facts.unseen.contains(.unseenFolder) ? [] : [Finding(.databaseMissing)]
        case .unreadable(let reason):
            // Without the right to read it nothing is known of it.
            if facts.unseen.contains(.unseenDatabase) { return [] }
            return [
                Finding(.databaseUnreadable, path.merging(["reason": .text(reason)]) { $1 })
            ]
        case .newer: return [Finding(.databaseNewer, path)]
        case .open(let book):
            let mode: [String: Finding.Value] = ["mode": .text(book.journalMode)]
            return (book.isOlder ? [Finding(.databaseOlder)] : [])
                + (book.journalMode == "wal" ? [] : [Finding(.journalMode, mode)])
        }
    }
}
