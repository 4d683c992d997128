/// Phụ lục II as the executable prints it in JSON.
struct PrintedTable: Decodable {
    struct Row: Decodable {
        var code: String?
        var name: String
        var counts: [String: Int]
    }

    struct Notes: Decodable {
        struct Silent: Decodable {
            var uid: String
        }

        var pressesInGaps: Int
        var silentBoxes: [Silent]

        private enum CodingKeys: String, CodingKey {
            case pressesInGaps = "presses_in_gaps"
            case silentBoxes = "silent_boxes"
        }
    }

    var rows: [Row]
    var total: [String: Int]
    var notes: Notes
}
