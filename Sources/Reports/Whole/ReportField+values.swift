import Ratings

extension ReportField {
    /// The values that the ratings of a period give. Where nobody was dissatisfied, there is no cause to be told.
    public static func values(of table: RatingTable, sentence preset: SentencePreset) -> [ReportField: String] {
        let total = table.total
        var values: [ReportField: String] = [
            .ratingsSentence: BodySentence(table, preset: preset).text, .ratings: total.total.inProse,
        ]
        let counts: [(count: ReportField, share: ReportField, Int)] = [
            (.satisfied, .satisfiedShare, total.satisfied), (.dissatisfied, .dissatisfiedShare, total.dissatisfied),
            (.comments, .commentsShare, total[.comments]),
        ]
        for (count, share, number) in counts {
            values[count] = number.inProse
            values[share] = text(Share(number, of: total.total), decimals: table.decimals)
        }
        if total.dissatisfied == 0 { values[.dissatisfactionCauses] = "" }
        return values
    }

    /// The values that the dossier counts of a period give; a column that was not imported gives none. Where nothing was
    /// or is overdue, there is no cause to be told.
    public static func values(of dossiers: DossierReport) -> [ReportField: String] {
        let figures = DossierFigures(dossiers)
        let sentences = DossierSentences(figures)
        var values: [ReportField: String] = [:]
        values[.intakeSentence] = sentences.intake
        values[.resolvedSentence] = sentences.resolved
        values[.inProgressSentence] = sentences.inProgress
        let counts: [(count: ReportField, share: ReportField?, DossierFigures.Figure?)] = [
            (.received, nil, figures.received), (.carriedOver, nil, figures.carriedOver),
            (.receivedNew, nil, figures.receivedNew), (.online, .onlineShare, figures.online),
            (.resolved, .resolvedShare, figures.resolved),
            (.resolvedInTime, .resolvedInTimeShare, figures.resolvedInTime),
            (.resolvedLate, .resolvedLateShare, figures.resolvedLate),
            (.inProgress, .inProgressShare, figures.inProgress),
            (.inProgressInTime, .inProgressInTimeShare, figures.inProgressInTime),
            (.overdue, .overdueShare, figures.overdue), (.returned, .returnedShare, figures.returned),
        ]
        for (count, share, figure) in counts {
            guard let figure else { continue }
            values[count] = figure.count.inProse
            if let share { values[share] = text(figure.share, decimals: dossiers.decimals) }
        }
        if figures.resolvedLate?.count == 0, figures.overdue?.count == 0 { values[.lateCauses] = "" }
        return values
    }

    /// The values that the centre's settings and the period give.
    public static func values(of settings: PaperSettings, table: RatingTable) -> [ReportField: String] {
        [
            .period: BodySentence.fields(of: table, decimals: table.decimals)[.period] ?? "",
            .from: table.days.lowerBound.vietnamese, .through: table.days.upperBound.vietnamese,
            .number: settings.letterhead().number, .placeAndDate: settings.letterhead().placeAndDate,
            // A signer's place is left open until somebody signs.
            .signer: settings.signer ?? "",
            .replacement: settings.replaces.map { "(Thay thế \($0))" } ?? "",
        ]
    }

    /// A share without its sign; none of nothing is 0.
    private static func text(_ share: Share?, decimals: Int) -> String {
        share.map { String($0.inProse(decimals: decimals).dropLast()) } ?? "0"
    }
}
