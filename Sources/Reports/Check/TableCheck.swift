import Ratings

/// Checks a period's tables against what was said before, and for what nobody has decided yet.
public enum TableCheck {
    /// Units of the table of an earlier period that are in the later one no more, though nothing says that they ended.
    public static func vanished(
        from earlier: FigureTable, of period: String, in later: FigureTable, hasEnded: (String) -> Bool
    ) -> [CheckFinding] {
        let codes = Set(later.rows.compactMap(\.code))
        return earlier.rows.compactMap { row in
            guard let code = row.code, !codes.contains(code), !hasEnded(code) else { return nil }
            return CheckFinding(
                .doubtful, .units, at: "\(later.name) · \(row.name)",
                "có trong bảng kỳ \(period) nhưng không có trong bảng này, và không ghi nhận là đã kết thúc")
        }
    }

    /// Figures that are below those of an earlier issue of the same period.
    public static func belowIssued(_ difference: TableDifference, edition: Int) -> [CheckFinding] {
        difference.cells.filter { $0.now < $0.then }.map { cell in
            CheckFinding(
                .doubtful, .issued, at: "\(difference.name) · \(cell.row) · \(cell.heading)",
                stated: cell.now.vietnamese, expected: cell.then.vietnamese,
                "\(cell.now.vietnamese), bản \(edition) đã chốt là \(cell.then.vietnamese)")
        }
    }

    /// What a table lacks because somebody still has to say or do something.
    public static func undecided(_ table: RatingTable) -> [CheckFinding] {
        let waiting = TableSource.waitingVerdicts.compactMap { verdict in
            table.notes.waiting[verdict].map { count in
                CheckFinding(
                    .doubtful, .undecided, at: "Lượt bấm chờ xử lý", stated: count.vietnamese, expected: 0.vietnamese,
                    "\(count.vietnamese) lượt chưa được tính: \(verdict.vietnamese)")
            }
        }
        return waiting
            + table.notes.silentBoxes.map { box in
                CheckFinding(
                    .doubtful, .undecided, at: "Thiết bị \(box.label)",
                    "chưa liên lạc từ khi kết thúc kỳ, có thể còn lượt bấm chưa gửi về")
            }
    }

    /// Ratings with a mark on which nobody has decided ("giữ" or "không tính").
    public static func undecided(marked presses: [PressKey]) -> [CheckFinding] {
        presses.map { press in
            CheckFinding(
                .doubtful, .undecided, at: "Lượt bấm \(press)",
                "có dấu hiệu cần xem xét (đổi từ không hài lòng sang hài lòng), chưa quyết định giữ hay không tính")
        }
    }
}
