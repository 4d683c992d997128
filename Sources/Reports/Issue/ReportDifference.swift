import Ratings

/// What has changed in a period since its report was frozen, and what to say of it in the next one.
public struct ReportDifference: Codable, Hashable, Sendable {
    /// The figures.
    public var table: TableDifference
    /// Counted ratings of the period that came after the figures were frozen: boxes that had lost their connection.
    public var late: Int

    /// A difference.
    public init(table: TableDifference, late: Int) {
        self.table = table
        self.late = late
    }

    /// Whether nothing has changed that is printed.
    public var isEmpty: Bool { table.isEmpty }

    /// One line a thing that differs, in Vietnamese.
    public var lines: [String] {
        var lines: [String] = []
        if let days = table.days {
            lines.append("Kỳ báo cáo: \(Self.text(days.then)) → \(Self.text(days.now))")
        }
        for row in table.rows {
            switch (row.then, row.now) {
            case (nil, _?): lines.append("\(row.name): dòng mới")
            case (_?, nil): lines.append("\(row.name): không còn dòng này")
            case (let then?, let now?) where then.name != now.name: lines.append("\(then.name): nay là \(now.name)")
            default: break
            }
        }
        lines += table.cells.map {
            "\($0.row) · \($0.column.heading): \($0.then.vietnamese) → \($0.now.vietnamese)"
        }
        if table.isReordered { lines.append("Thứ tự các dòng đã đổi.") }
        if table.decimalsThen != table.decimalsNow {
            lines.append("Số chữ số thập phân: \(table.decimalsThen) → \(table.decimalsNow)")
        }
        if table.totalThen != table.totalNow {
            lines.append("Tổng cộng: \(table.totalThen.vietnamese) → \(table.totalNow.vietnamese)")
        }
        return lines
    }

    /// The sentences for the next report; empty where no count has changed.
    public var notes: [String] {
        guard !table.cells.isEmpty else { return [] }
        var notes: [String] = []
        if late > 0 {
            notes.append("Bổ sung \(Self.padded(late)) lượt đánh giá của kỳ trước do thiết bị mất kết nối.")
        }
        let rest = table.totalNow - table.totalThen - late
        if rest != 0 {
            let direction = rest > 0 ? "tăng" : "giảm"
            notes.append(
                "Điều chỉnh số liệu của kỳ trước: \(direction) \(Self.padded(abs(rest))) lượt đánh giá so với số đã báo cáo."
            )
        } else if late == 0 {
            notes.append("Điều chỉnh số liệu của kỳ trước giữa các dòng, cột; tổng số lượt đánh giá không đổi.")
        }
        return notes
    }

    /// Prose pads counts below ten.
    private static func padded(_ count: Int) -> String { count < 10 ? "0\(count)" : count.vietnamese }

    private static func text(_ days: ClosedRange<Day>) -> String {
        "từ \(days.lowerBound.vietnamese) đến \(days.upperBound.vietnamese)"
    }
}
