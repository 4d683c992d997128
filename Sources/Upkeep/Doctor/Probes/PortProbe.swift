import Devices
import Foundation

/// Looks at ports without opening them.
struct PortProbe {
    let files: HostFiles
    let users: UserTable
    let processes: ProcessTable
    let rules: [AdapterRule]
    /// The service itself, which may hold ports.
    let service: Int32?

    /// The port at `path`, and what udev says of its adapter.
    func facts(_ path: String, _ serial: SerialAdapter?) -> PortFacts {
        var facts = PortFacts(path: path, adapter: serial?.adapter)
        facts.tty = URL(fileURLWithPath: path).resolvingSymlinksInPath().lastPathComponent
        if let status = HostFiles.status(path) {
            facts.owner = FileOwner(status, users)
            if status.st_mode & S_IFMT == S_IFCHR {
                facts.holders = (processes.holders[status.st_rdev] ?? []).filter { $0.pid != service }
            }
        }
        if let serial {
            facts.isRuled = rules.contains { $0.matches(serial.adapter) }
            facts.isMarked = serial.isIgnoredByModemManager
            facts.usbFolder = serial.usbFolder
            facts.maySleep = serial.usbFolder.flatMap { files.line($0 + "/power/control") } == "auto"
        }
        return facts
    }

    /// USB devices that are boxes by their ids and of which the kernel has made no port.
    func bareDevices() -> [BareDevice] {
        let folder = "/sys/bus/usb/devices"
        return files.entries(folder).compactMap { name in
            // Interfaces have a colon in their names.
            guard !name.contains(":"), let vendor = files.line("\(folder)/\(name)/idVendor"),
                let product = files.line("\(folder)/\(name)/idProduct")
            else { return nil }
            let adapter = Adapter(
                vendor: vendor.lowercased(), product: product.lowercased(),
                serial: files.line("\(folder)/\(name)/serial"), model: files.line("\(folder)/\(name)/product"),
                place: "usb \(name)")
            // Interface and driver are known of ports only.
            let rule = rules.first { rule in
                AdapterRule(vendor: rule.vendor, product: rule.product, serial: rule.serial, model: rule.model)
                    .matches(adapter) && rule.vendor != nil
            }
            guard let rule, !hasPort("\(folder)/\(name)", name) else { return nil }
            return BareDevice(adapter: adapter, module: rule.driver)
        }
    }

    private func hasPort(_ folder: String, _ name: String) -> Bool {
        files.entries(folder).filter { $0.hasPrefix(name + ":") }.contains { interface in
            files.entries("\(folder)/\(interface)").contains { $0.hasPrefix("tty") }
        }
    }
}

extension FileOwner {
    init(_ status: stat, _ users: UserTable) {
        self.init(
            user: users.user(status.st_uid), group: users.group(status.st_gid), mode: UInt32(status.st_mode & 0o7777))
    }
}
