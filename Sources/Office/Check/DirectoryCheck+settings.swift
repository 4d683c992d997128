import Ratings

extension DirectoryCheck {
    mutating func checkScales() {
        for code in directory.scales.codes {
            for scale in directory.scales.all(code) { check(scale: scale) }
        }
        let codes = directory.scales.codes
        guard codes.count > 1, !directory.settings.all.contains(where: { $0.name == .scale }) else { return }
        note(Words.severalScales(codes))
    }

    private mutating func check(scale: RatingScale) {
        check(code: scale.code, of: scale, field: "scale")
        var (inputs, codes): (Set<String>, Set<String>) = ([], [])
        for choice in scale.choices {
            check(code: choice.code, of: scale, field: "choice")
            check(name: choice.vietnamese, of: scale, field: "vi")
            check(name: choice.english, of: scale, field: "en")
            if choice.input.isEmpty || choice.input.count > 64 {
                find(scale, "input", choice.input, why: "not an input", remedy: "Write what the button or key sends.")
            }
            for (field, value, isNew) in [
                ("input", choice.input, inputs.insert(choice.input).inserted),
                ("choice", choice.code, codes.insert(choice.code).inserted),
            ] where !isNew {
                find(
                    scale, field, value, why: "twice in scale \(scale.code) from \(moment(scale.since))",
                    remedy: "Each \(field) may stand once in a scale.")
            }
        }
    }

    mutating func checkSettings() {
        for setting in directory.settings.all {
            guard let problem = SettingRule.problem(setting, in: directory) else { continue }
            let value = problem.field == "scope" ? setting.scope.description : setting.value
            find(setting, problem.field, value, why: problem.why, remedy: problem.remedy)
        }
    }

    mutating func checkCalendar() {
        var days: Set<Day> = []
        for entry in directory.calendar.all {
            switch entry.rule {
            case .session(let weekday, let name, let opens, let closes, let since):
                check(weekday: weekday, of: entry)
                check(name: name, of: entry, field: "session")
                if opens > closes { closesEarly(entry, opens, closes) }
                let first = Day(number: since.number + (weekday - since.weekday + 7) % 7)
                if (1...7).contains(weekday), days.insert(first).inserted { checkSessions(on: first) }
            case .holiday: break
            case .makeUp(_, let weekday): check(weekday: weekday, of: entry)
            case .extra(_, let counter, let opens, let closes):
                if opens >= closes { closesEarly(entry, opens, closes) }
                guard let counter else { continue }
                let isKnown = !directory.counters.all(counter).isEmpty
                check(counter, of: entry, "counter", isKnown: isKnown, file: .counters)
            }
        }
    }

    private mutating func check(weekday: Int, of entry: CalendarEntry) {
        guard !(1...7).contains(weekday) else { return }
        find(entry, "weekday", "\(weekday)", why: "no weekday", remedy: "Write 1 (Monday) to 7 (Sunday), or 'thứ hai'.")
    }

    private mutating func closesEarly(_ entry: CalendarEntry, _ opens: DayTime, _ closes: DayTime) {
        find(
            entry, "closes", "\(closes)", why: "closes before or as it opens (\(opens))",
            remedy: "Correct the times; equal times cancel a weekly session.")
    }

    private mutating func checkSessions(on day: Day) {
        let sessions = directory.calendar.sessions(on: day, counter: nil).filter { $0.name != nil }
        for (earlier, later) in zip(sessions, sessions.dropFirst()) where later.opens < earlier.closes {
            // The newer of the two entries is the one to correct; of equals the later one.
            let entries = [later, earlier].compactMap { session in entry(of: session, on: day) }
            guard let entry = entries.max(by: { $0.since < $1.since })?.entry else { continue }
            let isLater = entry == entries.first?.entry
            find(
                entry, isLater ? "opens" : "closes", "\(isLater ? later.opens : earlier.closes)",
                why: "sessions \(earlier.name ?? "") and \(later.name ?? "") overlap from \(day) on",
                remedy: "Let the second begin when the first has closed.")
        }
    }

    /// The entry that a session of `day` comes from.
    private func entry(of session: WorkingCalendar.Session, on day: Day) -> (entry: CalendarEntry, since: Day)? {
        let entries = directory.calendar.all.compactMap { entry -> (entry: CalendarEntry, since: Day)? in
            guard case .session(day.weekday, let name, _, _, let since) = entry.rule, name == session.name, since <= day
            else { return nil }
            return (entry, since)
        }
        return entries.max { $0.since < $1.since }
    }

    mutating func checkPeriods() {
        let periods = directory.periods.values.sorted { ($0.first, $0.name) < ($1.first, $1.name) }
        for period in periods {
            let (year, month, _) = period.last.civil
            let expected = "\(String(year).leftPadded(to: 4))-\(String(month).leftPadded(to: 2))"
            if period.first > period.last {
                find(
                    period, "last", "\(period.last)", why: "the period ends before it begins (\(period.first))",
                    remedy: "Give a last day not before the first.")
            } else if period.name != expected {
                find(
                    period, "name", period.name, why: "a period is named after the month it ends in",
                    remedy: "Call it \(expected), or correct its last day.")
            }
        }
        for (earlier, later) in zip(periods, periods.dropFirst()) where earlier.first <= earlier.last {
            if later.first <= earlier.last {
                find(
                    later, "first", "\(later.first)",
                    why: "overlaps period \(earlier.name), which ends on \(earlier.last)",
                    remedy: "Let it begin on \(earlier.last.advanced(by: 1)), or end the other one earlier.")
            } else if later.first > earlier.last.advanced(by: 1) {
                note(
                    Words.gap(
                        from: earlier.last.advanced(by: 1), to: later.first.advanced(by: -1),
                        between: earlier.name, and: later.name))
            }
        }
    }
}
