import Ratings

/// settings.csv: whatever changes a verdict or a printed figure, dated.
enum SettingFormat: FileFormat {
    static let fields: [FileField] = [
        FileField("name", "tên", isRequired: true), FileField("scope", "phạm vi"), .since,
        FileField("value", "giá trị", isRequired: true),
    ]

    private static let names = WordList(Setting.Name.allCases.map { ($0, [$0.rawValue]) })

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let name = row.word("name", names), let since = row.moment("since"), let value = row.required("value")
            else { return }
            guard let scope = SettingRule.scope(row.text("scope")) else {
                row.find(
                    "scope", row.text("scope"), why: "no scope",
                    remedy: "Leave it empty for the centre, or write counter:CODE or box:UID.")
                return
            }
            let setting = Setting(name: name, scope: scope, since: since, value: SettingRule.normal(value, of: name))
            row.add(setting, named: name.rawValue, field: "name")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.settings.all.map { setting in
            let scope = setting.scope == .centre ? "" : setting.scope.description
            return [setting.name.rawValue, scope, directory.cell(setting.since), setting.value]
        }
    }

    /// The zone that the rows of a settings file leave in force: every date of the import is read in it.
    static func zone(in sheet: Sheet) -> Zone? {
        guard let name = sheet.columns["name"], let value = sheet.columns["value"] else { return nil }
        let last = sheet.rows.last { row in
            name < row.cells.count && CodeRule.folded(row.cells[name]) == Setting.Name.zone.rawValue
        }
        return last.flatMap { value < $0.cells.count ? Zone(name: $0.cells[value]) : nil }
    }
}
