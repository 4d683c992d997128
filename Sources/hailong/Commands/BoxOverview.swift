import Foundation
import Ratings
import Reports
import Store

/// One box as `devices` shows it: what the store knows, and what its link says now.
struct BoxOverview: Codable {
    var device: String?
    var label: String?
    var port: String?
    var counters: [String]
    /// A phase of the link, or `absent` where no port has the box, or `unknown` without a running service.
    var state: String
    var since: String?
    var reason: String?
    var model: String?
    var firmware: String?
    /// `ring survives power loss`, or `ring is lost with the power`.
    var guarantee: String?
    var waiting: Int?
    var taken: Int
    var conflicts: Int
    var resends: Int?
    var badFrames: Int?
    var disconnects: Int?
    var missing: Int
    var dropped: Int
    var ringsLost: Int
    var lastHeard: String?
    var lastPress: String?
    var roundTripMilliseconds: Int?
    /// When the box last started, and why.
    var started: String?
    var resetCause: String?
    /// What the box counted itself since it started.
    var badFramesInBox: Int?
    var resendsInBox: Int?
    /// Presses that waited in it when it was last asked, and that it can hold.
    var ringDepth: Int?
    var ringCapacity: Int?
    /// Buttons that are held down and take no press, counted from 1.
    var stuckButtons: [Int]?

    /// A line for every box that is registered, was heard, or is on a port, and for every port without a box.
    static func lines(
        summaries: [BoxRecordSummary], links: [LinkState]?, directory: Directory, now: Instant
    ) -> [BoxOverview] {
        let known = summaries.flatMap { summary -> [BoxOverview] in
            let own = (links ?? []).filter { $0.device == summary.device }
            return (own.isEmpty ? [nil] : own.map(Optional.some)).map {
                BoxOverview(summary, link: $0, isServiceRunning: links != nil, directory: directory, now: now)
            }
        }
        let devices = Set(summaries.map(\.device))
        let bare = (links ?? []).filter { $0.device.map { !devices.contains($0) } ?? true }
        return known + bare.map { BoxOverview($0, zone: directory.settings.zone) }
    }

    private init(
        _ summary: BoxRecordSummary, link: LinkState?, isServiceRunning: Bool, directory: Directory, now: Instant
    ) {
        func text(_ instant: Instant?) -> String? {
            instant.map { MomentText.format($0, in: directory.settings.zone) }
        }
        device = summary.device
        label = directory.boxes[summary.device]?.label
        port = link?.port
        counters = directory.assignments.holding(of: summary.device, at: now).first?.counters ?? []
        state = link?.phase.rawValue ?? (isServiceRunning ? "absent" : "unknown")
        since = text(link?.since)
        reason = link?.reason
        let description = link?.description ?? summary.description
        model = description?.model
        firmware = description?.firmware
        guarantee = description.map {
            $0.ringSurvivesPowerLoss ? "ring survives power loss" : "ring is lost with the power"
        }
        waiting = link?.waiting
        taken = summary.taken
        conflicts = summary.conflicts
        resends = link?.resends
        badFrames = link?.badFrames
        disconnects = link?.disconnects
        missing = summary.missing
        dropped = summary.dropped
        ringsLost = summary.ringsLost
        lastHeard = text(summary.heard)
        lastPress = text(summary.lastPress)
        roundTripMilliseconds = link?.roundTripMilliseconds
        take(link?.health, zone: directory.settings.zone)
    }

    private mutating func take(_ health: BoxHealth?, zone: Zone) {
        guard let health else { return }
        started = MomentText.format(health.started, in: zone)
        resetCause = health.resetCause
        (badFramesInBox, resendsInBox) = (health.badFrames, health.resends)
        (ringDepth, ringCapacity) = (health.ringDepth, health.ringCapacity)
        stuckButtons = health.stuckButtons
    }

    private init(_ link: LinkState, zone: Zone) {
        device = link.device
        port = link.port
        counters = []
        state = link.phase.rawValue
        since = MomentText.format(link.since, in: zone)
        reason = link.reason
        (model, firmware) = (link.description?.model, link.description?.firmware)
        (resends, badFrames, disconnects) = (link.resends, link.badFrames, link.disconnects)
        (taken, conflicts, missing, dropped, ringsLost) = (0, 0, 0, 0, 0)
        take(link.health, zone: zone)
    }

    /// The lines as a table for people, with the reasons below.
    static func table(_ lines: [BoxOverview]) -> String {
        var grid = TextGrid(
            headings: [
                "Thiết bị", "Cổng", "Quầy", "Trạng thái", "Từ lúc", "Bật lúc", "Giữ lượt bấm khi mất điện", "Đang chờ",
                "Đã nhận",
                "Gửi lại", "Khung lỗi", "Thiếu", "Đầy bộ nhớ", "Lượt cuối",
            ], alignments: Array(repeating: .left, count: 7) + Array(repeating: .right, count: 6) + [.left])
        for line in lines {
            grid.add([
                line.label ?? line.device ?? "?", line.port ?? "", line.counters.joined(separator: ", "),
                line.shownState, line.since ?? "", line.started ?? "",
                line.guarantee.map { $0.hasPrefix("ring survives") ? "có" : "không" } ?? "",
                line.waiting?.vietnamese ?? "", line.taken.vietnamese, line.resends?.vietnamese ?? "",
                line.badFrames?.vietnamese ?? "", line.missing.vietnamese, line.dropped.vietnamese,
                line.lastPress ?? "",
            ])
        }
        let reasons = lines.compactMap { line in
            line.reason.map { "\(line.label ?? line.device ?? line.port ?? "?"): \($0)" }
        }
        return (grid.lines() + reasons + lines.compactMap(\.stuckText)).map { $0 + "\n" }.joined()
    }

    private var stuckNames: String? {
        guard let stuckButtons, !stuckButtons.isEmpty else { return nil }
        return stuckButtons.map(String.init).joined(separator: ", ")
    }

    private var shownState: String {
        (Self.stateNames[state] ?? state) + (stuckNames.map { ", kẹt nút \($0)" } ?? "")
    }

    private var stuckText: String? {
        stuckNames.map {
            "\(label ?? device ?? "?"): nút kẹt (\($0)): bị giữ hơn 30 giây nên không nhận lượt bấm; "
                + "kiểm tra nút, nếu không nhả ra được thì thay thiết bị."
        }
    }

    private static let stateNames = [
        "unavailable": "không mở được cổng", "waiting": "chờ thiết bị", "connected": "đã kết nối",
        "refused": "bị từ chối", "silent": "im lặng", "duplicate": "trùng mã", "absent": "không cắm",
        "unknown": "không rõ",
    ]
}
