import Ratings

/// The dossiers of a period as the report's body tells them; nil for what was not imported.
struct DossierFigures {
    /// A count and its share in its own base.
    struct Figure {
        var count: Int
        /// Nil where the base is 0.
        var share: Share?
    }

    let days: ClosedRange<Day>
    let decimals: Int
    let received, carriedOver, receivedNew, online: Figure?
    let resolved, resolvedInTime, resolvedLate: Figure?
    let inProgress, inProgressInTime, overdue, returned: Figure?

    init(_ report: DossierReport) {
        let (total, shares) = (report.total, report.shares)
        func figure(_ code: String) -> Figure? {
            report.columns.firstIndex { $0.code == code }.map { Figure(count: total[$0], share: shares[$0]) }
        }
        (days, decimals) = (report.days, report.decimals)
        (received, carriedOver) = (figure("received_total"), figure("carried_over"))
        (receivedNew, online) = (figure("received_new"), figure("online"))
        (resolved, resolvedLate) = (figure("resolved_total"), figure("resolved_late"))
        (inProgress, inProgressInTime) = (figure("in_progress_total"), figure("in_progress_on_time"))
        (overdue, returned) = (figure("in_progress_overdue"), figure("returned"))
        if let early = figure("resolved_early"), let onTime = figure("resolved_on_time") {
            let count = early.count + onTime.count
            resolvedInTime = Figure(count: count, share: resolved.flatMap { Share(count, of: $0.count) })
        } else {
            resolvedInTime = nil
        }
    }
}
