import Ratings

/// The notice to a unit for a terminal.
public enum NoticeText {
    /// The whole text: subject, addressee, what there is to tell, and the request.
    public static func render(_ notice: UnitNotice, zone: Zone) -> String {
        var lines = ["Số: …/…", notice.subject, "", notice.addressee, "", notice.opening]
        if let ratings = notice.ratings {
            lines.append(ratings)
            lines += TextGrid(notice.sheet(in: zone)).lines()
        }
        if let dossiers = notice.dossiers { lines.append(dossiers) }
        return (lines + [notice.closing]).map { $0 + "\n" }.joined()
    }
}
