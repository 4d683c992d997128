import ArgumentParser
import Foundation
import Intake
import Office
import Ratings
import Reports
import Store

/// `hailong box label`: a sheet to print and cut.
struct BoxLabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Makes labels for boxes: an A4 sheet to print and cut.",
        discussion: "The file is HTML: open it in a browser, print it at 100 %, cut along the dashed lines.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "UIDs or labels of boxes, or 'all'.") var boxes: [String] = []
    @Option(name: .long, help: "Code of a counter whose boxes get a label; may be repeated.") var counter: [String] = []
    @Option(name: .long, help: "Support's telephone number; default: support_phone of hailong.yaml.") var support:
        String?
    @Option(name: .long, help: "The HTML file to write.") var out: String
    @Flag(name: .long, help: "Overwrites the file if it is there.") var replace = false

    func validate() throws {
        guard !boxes.isEmpty || !counter.isEmpty else { throw ValidationError("Name boxes, --counter, or 'all'.") }
    }

    func run() async throws {
        let directory = try Store(reading: try common.folder()).directory
        let now = SystemClock().read().wall
        let labels = try uids(directory, now).map { uid in
            let counters = directory.assignments.holding(of: uid, at: now).first?.counters ?? []
            return BoxLabel(
                uid: uid, name: directory.boxes[uid]?.label,
                counters: counters.map { code in
                    let version = directory.counters.version(of: code, at: now)
                    return BoxLabel.Counter(code: code, name: version?.name ?? "Quầy \(code)")
                })
        }
        let phone = try support ?? common.settings().supportPhone
        let centre = directory.centres.last { $0.since <= now }?.name
        let html = LabelSheet.render(labels, centre: centre, support: phone)
        try OutputFile.write(Data(html.utf8), to: out, replacing: replace)
        Output.line("\(out): \(labels.count) nhãn. Mở bằng trình duyệt, in khổ A4 (100 %), cắt theo nét đứt.")
        if phone == nil {
            Output.error("Chưa có số điện thoại hỗ trợ: ghi support_phone trong hailong.yaml hoặc dùng --support.")
        }
    }

    /// The boxes asked for, each once, in the order of counters.
    private func uids(_ directory: Directory, _ now: Instant) throws -> [String] {
        let finder = BoxFinder(directory, at: now)
        var uids: Set<String> = []
        for box in boxes {
            uids.formUnion(
                box == "all" ? directory.boxes.keys.sorted() + directory.assignments.owners : [try finder.uid(box)])
        }
        for code in counter {
            let standing = finder.boxes(at: code)
            guard !standing.isEmpty else { throw CommandFailure.refused("Không có thiết bị nào ở quầy '\(code)'.") }
            uids.formUnion(standing)
        }
        guard !uids.isEmpty else { throw CommandFailure.refused("Chưa có thiết bị nào được khai báo.") }
        func place(_ uid: String) -> String {
            directory.assignments.holding(of: uid, at: now).first?.counters.first ?? "~"
        }
        return uids.sorted { (place($0), $0) < (place($1), $1) }
    }
}
