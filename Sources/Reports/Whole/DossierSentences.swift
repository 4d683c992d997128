import Ratings

/// The sentences of the report's body that tell the dossiers of a period; nil where their total was not imported.
struct DossierSentences {
    private let figures: DossierFigures

    init(_ figures: DossierFigures) { self.figures = figures }

    /// What was received.
    var intake: String? {
        figures.received.map { received in
            let opening =
                "\(figures.days.isCalendarMonth ? "Trong tháng" : "Trong kỳ") (từ ngày "
                + "\(figures.days.lowerBound.vietnamese) đến hết ngày \(figures.days.upperBound.vietnamese)), Trung tâm "
            guard received.count > 0 else { return opening + "không nhận hồ sơ nào." }
            return opening + "đã nhận \(received.count.inProse) hồ sơ thủ tục hành chính"
                + parts([
                    ("kỳ trước chuyển sang", figures.carriedOver), ("tiếp nhận mới", figures.receivedNew),
                    ("tiếp nhận trực tuyến", figures.online),
                ])
        }
    }

    /// What was resolved.
    var resolved: String? {
        figures.resolved.map { resolved in
            guard resolved.count > 0 else { return "Không có hồ sơ đã giải quyết." }
            return "Đã giải quyết \(told(resolved)) số hồ sơ đã nhận"
                + parts([("trước hạn và đúng hạn", figures.resolvedInTime), ("quá hạn", figures.resolvedLate)])
        }
    }

    /// What is in progress, and what was returned.
    var inProgress: String? {
        figures.inProgress.map { inProgress in
            let text =
                inProgress.count == 0
                ? "Không có hồ sơ đang giải quyết."
                : "Đang giải quyết \(told(inProgress)) số hồ sơ đã nhận"
                    + parts([("còn hạn", figures.inProgressInTime), ("quá hạn", figures.overdue)])
            guard let returned = figures.returned else { return text }
            return text
                + (returned.count == 0
                    ? " Không có hồ sơ bị trả lại." : " Bị trả lại \(told(returned)) số hồ sơ đã nhận.")
        }
    }

    private func parts(_ parts: [(name: String, figure: DossierFigures.Figure?)]) -> String {
        let clauses = parts.compactMap { name, figure in
            figure.map { $0.count == 0 ? "không có hồ sơ \(name)" : "\(name) \(told($0))" }
        }
        return (clauses.isEmpty ? "" : "; trong đó: " + clauses.joined(separator: "; ")) + "."
    }

    /// `10.170 hồ sơ, chiếm 79,79%`.
    private func told(_ figure: DossierFigures.Figure) -> String {
        let share = figure.share.map { ", chiếm \($0.inProse(decimals: figures.decimals))" } ?? ""
        return "\(figure.count.inProse) hồ sơ\(share)"
    }
}
