import Foundation
import Office
import Ratings
import Reports
import Store

/// The centre that requests and files meet.
enum FuzzDesk {
    static let now = MomentText.parse("2020-06-15T09:00", in: .vietnam) ?? Instant(milliseconds: 0)

    private static let files = [
        "units.csv": "code,name,order,since\nSXD,Sở Xây dựng,1,2019-01-01\nSYT,Sở Y tế,2,2019-01-01\n",
        "counters.csv": "code,name,units,since\nQ01,Quầy 1,SXD,2019-01-01\nQ02,Quầy 2,SYT,2019-01-01\n",
        "officers.csv":
            "code,name,employer,standing\nA,Lê An,,chính thức\nB,Trần Bình,Bưu điện tỉnh,dự phòng\nC,Võ Cúc,,\n",
        "boxes.csv": "uid,label\n0102,B01\n",
        "assignments.csv": "box,counters,since\n0102,Q01,2019-01-01\n",
        "calendar.csv": """
        rule,weekday,date,session,opens,closes,since,counter
        session,1,,sáng,07:00,11:00,2019-01-01,
        session,1,,chiều,13:00,17:00,2019-01-01,

        """,
        "scales.csv": """
        scale,since,input,choice,column,vi,en
        nam-cot,2019-01-01,1,tot,satisfied_service,Hài lòng,Satisfied
        nam-cot,2019-01-01,3,kem,Không hài lòng về nghiệp vụ nhân viên,Không hài lòng,Dissatisfied

        """,
    ]

    static func planner(_ directory: Directory) -> Planner {
        Planner(directory: directory, at: now, who: "fuzz", nextPosition: 1)
    }

    static func directory() throws -> Directory {
        try planner(Directory()).importFiles(importFiles, complete: false, since: nil).applied(to: Directory())
    }

    /// An office over a store of its own in a temporary folder.
    static func office() async throws -> Office {
        let folder = NSTemporaryDirectory() + "hailong-fuzz-\(UUID().uuidString)"
        let office = Office(store: try Store(writing: DataDirectory(folder)), documents: NoDocuments())
        _ = try await office.perform(.importFiles(importFiles), who: "fuzz", at: now)
        // The database stays usable while it is open; nothing is left behind in the end.
        try FileManager.default.removeItem(atPath: folder)
        return office
    }

    /// Reports that are frozen have no documents here: those are made above the rooms that are tried.
    private struct NoDocuments: DocumentMaking {
        func manner() -> ReportManner? { nil }

        func documents(of report: FrozenReport) -> MadeDocuments { MadeDocuments([]) }
    }

    private static var importFiles: [ImportFile] {
        files.map { ImportFile(name: $0.key, bytes: Data($0.value.utf8)) }
    }
}
