import Ratings
import Testing

@testable import Watching

@Suite("The line for systemctl status")
struct StatusLineTests {
    private let now = Instant(milliseconds: 1_592_192_520_000)  // 2020-06-15T10:42 in Vietnam

    private func link(_ port: String, _ device: String?, _ phase: LinkState.Phase) -> LinkState {
        var link = LinkState(port: port, since: now)
        (link.device, link.phase) = (device, phase)
        return link
    }

    private func directory() throws -> Directory {
        var directory = Directory()
        for number in 1...4 {
            let record = Assignment(box: "b\(number)", counters: ["Q0\(number)"], since: Instant(milliseconds: 0))
            try directory.apply(StoredRecord(record))
        }
        return directory
    }

    private func text(
        _ links: [LinkState], presses: PressesOfDay, trouble: StoreTrouble = StoreTrouble()
    ) throws -> String {
        StatusLine(links: links, directory: try directory(), presses: presses, trouble: trouble, now: now).text
    }

    @Test("all that is well is short")
    func well() throws {
        let links = (1...4).map { link("/dev/t\($0)", "b\($0)", .connected) }
        #expect(
            try text(links, presses: PressesOfDay(count: 1204, last: now))
                == "4/4 thiết bị kết nối, 1.204 lượt hôm nay, lượt cuối 10:42")
        #expect(try text(links, presses: PressesOfDay(count: 0, last: nil)) == "4/4 thiết bị kết nối, 0 lượt hôm nay")
    }

    @Test("what is not well is told with the counter, else the box, else the port")
    func troubles() throws {
        var stuck = link("/dev/t3", "b3", .connected)
        stuck.health = BoxHealth(
            heard: now, started: now, resetCause: "powerOn", resets: 0, ringDepth: 0, ringCapacity: 64, badFrames: 0,
            resends: 0, stuckButtons: [2])
        let links = [
            link("/dev/t1", "b1", .connected), link("/dev/t2", "b2", .silent), stuck, link("/dev/t7", "b7", .refused),
            link("/dev/t8", nil, .unavailable),
        ]
        var trouble = StoreTrouble()
        trouble.writing = StoreTrouble.Failure(.full, reason: "database or disk is full")
        #expect(
            try text(links, presses: PressesOfDay(count: 3, last: now), trouble: trouble)
                == "KHÔNG GHI ĐƯỢC DỮ LIỆU (ổ đầy), thiết bị đang giữ lượt bấm, 2/5 thiết bị kết nối, 1 im lặng (Q02), "
                + "1 bị từ chối (b7), 1 không mở được cổng (/dev/t8), 1 không cắm (Q04), 1 kẹt nút (Q03), "
                + "3 lượt hôm nay, lượt cuối 10:42")
    }

    @Test(
        "a write-ahead log that is not copied is told while presses are stored", arguments: StoreTrouble.Cause.allCases)
    func notCopied(cause: StoreTrouble.Cause) throws {
        var trouble = StoreTrouble()
        trouble.copying = StoreTrouble.Failure(cause, reason: "why")
        let line = try text([], presses: PressesOfDay(count: 0, last: nil), trouble: trouble)
        #expect(line.hasPrefix("CHƯA CHÉP ĐƯỢC TỆP -wal VÀO SỔ ("))
        #expect(!line.contains("KHÔNG GHI"))
    }

    @Test("a long list is cut, its count is not")
    func many() throws {
        let line = try text(
            (1...9).map { link("/dev/t\($0)", "x\($0)", .silent) }, presses: PressesOfDay(count: 0, last: nil))
        #expect(line.hasPrefix("0/13 thiết bị kết nối, 9 im lặng (x1, x2, x3, …), 4 không cắm (Q01, Q02, Q03, …)"))
    }
}
