import Devices
import Foundation
import Ratings
import Store
import Upkeep

/// A `hailong.yaml`: refused with words, or what is made of it can be used.
enum SettingsTarget {
    private static let folder = DataDirectory("/var/lib/hailong")

    static func run(_ bytes: [UInt8]) throws {
        let settings: MachineSettings
        do {
            settings = try MachineSettings(yaml: bytes)
        } catch {
            return try demand(!"\(error)".isEmpty, "refused without a reason")
        }
        let backups = settings.backups(in: folder)
        try demand(backups.targets.allSatisfy { $0.hasPrefix("/") }, "a backup to no folder from the root")
        try demand(backups.rotation.days >= 1 && backups.rotation.months >= 0, "a rotation that keeps nothing")
        for path in backups.targets + (settings.ports ?? []) + [settings.dataDir].compactMap(\.self) {
            try demand(!path.utf8.contains(0), "a path that the system would cut")
        }
        try rules(settings.adapters ?? [])
    }

    /// Each adapter gives a comment, what sets it up and an empty line; no text of it begins a line of its own.
    private static func rules(_ adapters: [AdapterRule]) throws {
        let head = UdevRules.text(for: []).split(separator: "\n", omittingEmptySubsequences: false).count
        let lines = UdevRules.text(for: adapters).split(separator: "\n", omittingEmptySubsequences: false)
        try demand(lines.count <= head + 4 * adapters.count, "\(lines.count) lines for \(adapters.count) adapters")
        for line in lines where !line.isEmpty {
            let isOurs = ["# ", "ACTION==\"remove\"", "SUBSYSTEM==\"", "LABEL=\""].contains { line.hasPrefix($0) }
            try demand(isOurs, "a line of udev's rules that is not ours: \(line)")
        }
        for adapter in adapters { _ = adapter.matches(Adapter(vendor: "0403", product: "6001", serial: "KIOSK1")) }
    }
}
