import Ratings

extension Doctor {
    /// What the service says of its ports.
    var linkFindings: [Finding] {
        guard case .links(let links, let stuck, _) = facts.service.answer else { return [] }
        var twins: Set<String> = []
        return links.compactMap { link in
            let subject = subject(port: link.port)
            let (age, since) = (now - link.since, ["since": Finding.Value.moment(link.since)])
            let reason = ["reason": Finding.Value.text(link.reason ?? "?")]
            switch link.phase {
            case .unavailable:
                guard age >= Bound.unavailable, !isExplained(link.port) else { return nil }
                return Finding(.linkUnavailable, about: subject, reason)
            case .waiting: return age > Bound.waiting ? Finding(.linkWaiting, about: subject, since) : nil
            case .silent: return age > Bound.silent ? Finding(.boxSilent, about: subject, since) : nil
            case .refused: return Finding(Self.kind(of: link.refusal), about: subject, reason)
            case .duplicate:
                let box = link.device ?? link.port
                guard twins.insert(box).inserted else { return nil }
                let ports = links.filter { $0.device == link.device }.map(\.port).joined(separator: ", ")
                return Finding(
                    .boxDuplicate, about: self.subject(box: box), ["uid": .text(box), "ports": .text(ports)])
            case .connected:
                if stuck.contains(link.port) {
                    return Finding(.pressesWaiting, about: subject, ["count": .count(link.waiting)])
                }
                guard let box = link.device, let book else { return nil }
                guard book.directory.assignments.holding(of: box, at: now).isEmpty else { return nil }
                return Finding(.boxUnassigned, about: subject, ["uid": .text(box)])
            }
        }
    }

    /// Each reason has a remedy of its own.
    private static func kind(of refusal: Refusal?) -> Finding.Kind {
        switch refusal {
        case .version, nil: .boxRefused
        case .nameless: .boxNameless
        case .otherBox: .boxChanging
        case .tooManyNew: .boxesInvented
        }
    }

    /// What the database says of boxes.
    var boxFindings: [Finding] {
        guard let book else { return [] }
        return absent(book) + unsettled(book) + missing(book)
    }

    /// Boxes that stand at a counter and are on no port. Without a running service none are, and that is told once.
    private func absent(_ book: DatabaseFacts.Book) -> [Finding] {
        guard let links = facts.service.links else { return [] }
        let present = Set(links.compactMap(\.device))
        let standing = book.directory.assignments.owners.filter {
            !book.directory.assignments.holding(of: $0, at: now).isEmpty && !present.contains($0)
        }
        return standing.compactMap { box in
            guard let heard = book.heard[box] else { return Finding(.boxNeverHeard, about: subject(box: box)) }
            guard now - heard > Bound.silent else { return nil }
            return Finding(.boxAbsent, about: subject(box: box), ["since": .moment(heard)])
        }
    }

    /// Stretches with two boxes of one identity that are over, and about which nobody has decided.
    private func unsettled(_ book: DatabaseFacts.Book) -> [Finding] {
        book.directory.duplicates.sorted { $0.key < $1.key }.compactMap { box, stretches in
            let open = stretches.filter { $0.to != nil && $0.decision == nil }
            guard !open.isEmpty else { return nil }
            return Finding(
                .duplicateUnsettled, about: subject(box: box), ["uid": .text(box), "count": .count(open.count)])
        }
    }

    private func missing(_ book: DatabaseFacts.Book) -> [Finding] {
        let news = book.directory.gaps.values.filter { now - $0.noticed < Bound.gap && $0.to > $0.from }
        return Dictionary(grouping: news, by: \.device).sorted { $0.key < $1.key }.map { box, gaps in
            let noticed = gaps.map(\.noticed).max() ?? now
            return Finding(
                .pressesMissing, about: subject(box: box),
                ["count": .count(gaps.reduce(0) { $0 + Int($1.to - $1.from) }), "noticed": .moment(noticed)])
        }
    }
}
