import Ratings

extension Planner {
    /// Reads all files, checks them together, and says what they would change.
    /// - Throws: `OfficeError` with everything that is wrong with them.
    package func importFiles(_ files: [ImportFile], complete: Bool, since: Instant?) throws -> Plan {
        guard !files.isEmpty, files.count <= FileLimits.files else {
            throw OfficeError(
                "files", "\(files.count)", why: files.isEmpty ? "no file was named" : "too many files",
                remedy: "Name 1 to \(FileLimits.files) files.")
        }
        var findings: [Finding] = []
        var sheets: [Sheet] = []
        for file in files {
            do {
                sheets.append(try Sheet(file))
            } catch {
                findings.append(error)
            }
        }
        let order = FileKind.allCases
        sheets.sort { (order.firstIndex(of: $0.kind) ?? 0) < (order.firstIndex(of: $1.kind) ?? 0) }
        let zone = sheets.first { $0.kind == .settings }.flatMap(SettingFormat.zone) ?? self.zone
        var draft = ImportDraft(directory: directory, closesFrom: complete ? since ?? at : nil)
        for sheet in sheets {
            var reader = SheetReader(sheet, directory: draft.candidate, zone: zone)
            sheet.kind.format.read(&reader)
            findings += reader.findings
            findings += try draft.take(reader)
        }
        let names = files.map(\.name)
        let news = DirectoryCheck.news(draft.candidate, since: directory, changing: draft.plan.records)
        let isWhole = findings.isEmpty
        for finding in news.findings where isWhole || finding.why != DirectoryCheck.unknownCode {
            findings.append(draft.located(finding))
        }
        guard findings.isEmpty else {
            throw OfficeError(
                findings.sorted {
                    (names.firstIndex(of: $0.file ?? "") ?? names.count, $0.line ?? 0)
                        < (names.firstIndex(of: $1.file ?? "") ?? names.count, $1.line ?? 0)
                })
        }
        draft.plan.action = "import \(names.joined(separator: ", "))"
        return draft.plan
    }
}
