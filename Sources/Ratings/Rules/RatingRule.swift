/// The heart: from an observed press to its rating. Pure: the same press, neighbours and directory always give the
/// same rating.
public enum RatingRule {
    /// What the rule must know beside the press and the directory.
    public struct Neighbours: Sendable {
        /// Ledger position of the press.
        public var position: Int64
        /// Position of the press with the same key and other content.
        public var conflictsWith: Int64?
        /// Tick of the last press before this one, of the same boot, from which the minimum interval is measured.
        public var lastCountedTick: UInt64?
        /// The invitation the press answers, carried or matched by moment.
        public var invitation: Invitation?
        /// The presses of the same invitation, this one included, in order of moment and position.
        public var answers: [Answer]

        /// The surroundings of a press.
        public init(
            position: Int64, conflictsWith: Int64? = nil, lastCountedTick: UInt64? = nil,
            invitation: Invitation? = nil, answers: [Answer] = []
        ) {
            self.position = position
            self.conflictsWith = conflictsWith
            self.lastCountedTick = lastCountedTick
            self.invitation = invitation
            self.answers = answers
        }
    }

    /// One press of an invitation.
    public struct Answer: Hashable, Sendable {
        /// Its ledger position.
        public var position: Int64
        /// When it was made.
        public var moment: Instant
        /// The column of its choice.
        public var column: Column?

        /// One press of an invitation.
        public init(position: Int64, moment: Instant, column: Column?) {
            self.position = position
            self.moment = moment
            self.column = column
        }
    }

    /// A press later than this after it was made is marked late.
    public static let lateAfter = Duration.seconds(60)

    /// Derives the rating of `press`, whose basis was derived under the same directory.
    public static func rate(
        _ press: Press, on basis: Basis, _ neighbours: Neighbours, in directory: Directory
    ) -> Rating {
        let moment = basis.moment
        let subject = (press.subject ?? Subject()).completed(by: neighbours.invitation)
        let place = PlaceRule.place(
            counters: basis.counters, moment: moment, uncertainty: basis.uncertainty, subject: subject, in: directory)
        var rating = Rating(
            moment: moment, uncertainty: basis.uncertainty, counter: place.counter, unit: place.unit,
            field: place.field, officer: place.officer, choice: basis.choice?.code, column: basis.choice?.column,
            verdict: .counted, rule: "", invitation: neighbours.invitation?.id, marks: basis.marks)
        if place.isOfficerUncertain { rating.marks.insert(.officerUncertain) }
        (rating.verdict, rating.rule) = verdict(press, basis, &rating, neighbours, directory)
        return rating
    }

    private static func verdict(
        _ press: Press, _ basis: Basis, _ rating: inout Rating, _ neighbours: Neighbours, _ directory: Directory
    ) -> (Verdict, String) {
        let moment = basis.moment
        if let other = neighbours.conflictsWith { return (.conflict, "same key as position \(other)") }
        if basis.counters.isEmpty { return (.unregistered, "no assignment of the box at the moment") }
        if !directory.tests.holding(of: press.key.device, at: moment).isEmpty { return (.test, "box under test") }
        if let doubt = directory.duplicates[press.key.device]?.last(where: {
            $0.holdsBack(boot: press.key.boot, position: neighbours.position)
        }) {
            return (.duplicateIdentity, "duplicate identity from position \(doubt.from)")
        }
        guard rating.column != nil else { return (.unknownInput, "input \(press.input) is not in the scale") }
        let settings = directory.settings
        if settings.enforcesHours(at: moment, counter: rating.counter),
            !directory.calendar.isOpen(
                at: moment, in: settings.zone(at: moment), counter: rating.counter,
                graceMinutes: settings.closingGraceMinutes(at: moment, counter: rating.counter))
        {
            return (.outsideHours, "calendar")
        }
        let isInvitedMode = settings.needsInvitation(at: moment, counter: rating.counter)
        let counted: (Verdict, String)
        if let answer = answered(neighbours, &rating, directory) {
            guard answer.0 == .counted else { return answer }
            counted = answer
        } else if isInvitedMode, directory.runs.contains(where: { $0.covers(moment) }) {
            let wasAnswered = neighbours.invitation != nil
            return (.noInvitation, wasAnswered ? "the invitation was answered before" : "invited mode")
        } else {
            if isInvitedMode { rating.marks.insert(.disconnected) }
            let interval = settings.minimumInterval(at: moment, counter: rating.counter, box: press.key.device)
            if let last = neighbours.lastCountedTick, press.tick >= last,
                press.tick - last < UInt64(max(0, interval.inMilliseconds))
            {
                return (.repeated, "\(press.tick - last) ms after the last counted press")
            }
            counted = (.counted, isInvitedMode ? "open mode while the service was down" : "open mode")
        }
        if directory.setAside[press.key]?.isSetAside == true { return (.setAside, "supervisor's decision") }
        return counted
    }

    /// Within an invitation the first press opens the correction time, the last press within it is the rating, and
    /// then the window shuts: nil for a press after that, which is judged as if there were no invitation.
    private static func answered(
        _ neighbours: Neighbours, _ rating: inout Rating, _ directory: Directory
    ) -> (Verdict, String)? {
        guard let invitation = neighbours.invitation, let first = neighbours.answers.first else { return nil }
        let shuts =
            first.moment + directory.settings.correctionTime(at: first.moment, counter: invitation.counter)
        guard rating.moment < shuts || first.position == neighbours.position else { return nil }
        let within = neighbours.answers.filter { $0.moment < shuts || $0.position == first.position }
        if let last = within.last, last.position != neighbours.position {
            return (.replaced, "replaced by position \(last.position)")
        }
        if rating.column?.isSatisfied == true, within.dropLast().contains(where: { $0.column?.isDissatisfied == true })
        {
            rating.marks.insert(.turnedSatisfied)
        }
        return (.counted, "invitation \(invitation.id)")
    }
}

extension Subject {
    /// This subject, completed by an invitation's counter and subject where it is silent.
    fileprivate func completed(by invitation: Invitation?) -> Subject {
        Subject(
            counter: counter ?? invitation?.subject?.counter ?? invitation?.counter,
            officer: officer ?? invitation?.subject?.officer, unit: unit ?? invitation?.subject?.unit,
            field: field ?? invitation?.subject?.field)
    }
}
