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
                sheets += try Sheet.all(in: file)
            } catch {
                findings.append(error)
            }
        }
        let labels = findings.compactMap(\.file) + sheets.map(\.file)
        let places = places(of: labels, files)
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
                    (places[$0.file ?? ""] ?? places.count, $0.line ?? 0)
                        < (places[$1.file ?? ""] ?? places.count, $1.line ?? 0)
                })
        }
        draft.plan.action = "import \(names.joined(separator: ", "))"
        return draft.plan
    }

    /// The order in which findings are told: that of the files, and within a workbook that of its sheets.
    private func places(of labels: [String], _ files: [ImportFile]) -> [String: Int] {
        var places: [String: Int] = [:]
        for file in files {
            for label in labels where label.hasPrefix(file.name) && places[label] == nil {
                places[label] = places.count
            }
        }
        return places
    }
}
