import Devices
import Ratings

extension Doctor {
    /// udev's rules and the programs that they should keep away, the rights of the service's user, adapters that
    /// cannot be told apart or have no port.
    var rulesFindings: [Finding] {
        var findings: [Finding] = []
        switch facts.rules {
        case .missing: findings.append(Finding(.rulesMissing))
        case .differs(let path): findings.append(Finding(.rulesDiffer, ["file": .text(path)]))
        case .right: break
        }
        let holders = Set(facts.ports.flatMap(\.holders))
        for rival in facts.rivals where !holders.contains(rival) {
            let parameters: [String: Finding.Value] = ["pid": .text("\(rival.pid)")]
            switch rival.name {
            case "ModemManager" where facts.rules != .right:
                findings.append(Finding(.modemManagerRunning, parameters))
            case "brltty" where adapters.count > 0:
                findings.append(Finding(.brlttyRunning, parameters))
            default: break
            }
        }
        let user: [String: Finding.Value] = [
            "user": .text(facts.rights.account.user.name), "group": .text(UdevRules.group),
        ]
        if !facts.rights.isInPortGroup {
            findings.append(Finding(.userWithoutGroup, user))
        } else if !facts.rights.isUpToDate {
            findings.append(Finding(.serviceGroupsOld, user))
        }
        for device in facts.withoutPort {
            findings.append(
                Finding(
                    .driverMissing, about: Finding.Subject(place: device.adapter.place),
                    ["adapter": .text(device.adapter.title), "module": .text(device.module ?? "cdc_acm")]))
        }
        return findings + sameSerials
    }

    /// Adapters of one kind with one serial number; the ports of one adapter are not two.
    private var sameSerials: [Finding] {
        let groups = Dictionary(grouping: adapters.filter { $0.adapter?.serial != nil }) { port in
            port.adapter.map { "\($0.vendor):\($0.product) \($0.serial ?? "")" } ?? ""
        }
        return groups.sorted { $0.key < $1.key }.compactMap { name, ports in
            guard Set(ports.map { $0.usbFolder ?? $0.path }).count > 1 else { return nil }
            let paths = ports.map(\.path).sorted().joined(separator: ", ")
            return Finding(.sameSerial, ["adapter": .text(name), "ports": .text(paths)])
        }
    }

    private var adapters: [PortFacts] { facts.ports.filter { $0.adapter != nil } }

    /// One finding for what keeps a port from being used, whatever else follows from it.
    var portFindings: [Finding] {
        facts.ports.flatMap { port in
            guard let owner = port.owner else { return [] as [Finding] }
            let subject = subject(port: port.path)
            var findings = port.holders.map { Self.held(port, by: $0, subject) }
            if !findings.isEmpty {
                // What holds it has to go first.
            } else if isForbidden(port) {
                if !isForLackOfGroup(owner) { findings.append(Finding(.portForbidden, about: subject, rights(owner))) }
            } else if isNotOpened(port) {
                findings.append(Finding(.portNotOpened, about: subject))
            }
            if port.isRuled, facts.rules == .right, !isAsRuled(port, owner), !isForbidden(port) {
                findings.append(Finding(.rulesNotInEffect, about: subject, rights(owner)))
            }
            if port.isRuled, port.maySleep {
                let folder = port.usbFolder ?? "/sys/bus/usb/devices/…"
                findings.append(Finding(.autosuspendOn, about: subject, ["file": .text(folder + "/power/control")]))
            }
            return findings
        }
    }

    /// Whether it has been told why the service does not have this port.
    func isExplained(_ path: String) -> Bool {
        guard let port = facts.ports.first(where: { $0.path == path }) else { return false }
        return !port.holders.isEmpty || isForbidden(port)
    }

    private func isForbidden(_ port: PortFacts) -> Bool {
        port.owner.map { !facts.rights.inForce.mayUse($0) } ?? false
    }

    /// The port would be usable for whoever is in its group: then the user is at fault, and that is told once.
    private func isForLackOfGroup(_ owner: FileOwner) -> Bool {
        owner.group.id == facts.rights.portGroup && owner.mode & 0o060 == 0o060
            && (!facts.rights.isInPortGroup || !facts.rights.isUpToDate)
    }

    private func isNotOpened(_ port: PortFacts) -> Bool {
        guard port.adapter != nil, let links = facts.service.links else { return false }
        return !links.contains { $0.port == port.path }
    }

    private func isAsRuled(_ port: PortFacts, _ owner: FileOwner) -> Bool {
        port.isMarked && owner.group.name == UdevRules.group && owner.mode & 0o777 == 0o660
    }

    private func rights(_ owner: FileOwner) -> [String: Finding.Value] {
        [
            "user": .text(facts.rights.inForce.user.name), "owner": .text(owner.user.name),
            "group": .text(owner.group.name), "mode": .text("0" + String(owner.mode & 0o7777, radix: 8)),
        ]
    }

    private static func held(_ port: PortFacts, by holder: ProcessName, _ subject: Finding.Subject) -> Finding {
        let kind: Finding.Kind =
            switch holder.name {
            case "agetty", "getty", "login": .portHeldByGetty
            case "brltty": .portHeldByBrltty
            case "gpsd": .portHeldByGpsd
            case "ModemManager": .portHeldByModemManager
            default: .portHeld
            }
        return Finding(
            kind, about: subject,
            ["pid": .text("\(holder.pid)"), "program": .text(holder.name), "tty": .text(port.tty)])
    }
}
