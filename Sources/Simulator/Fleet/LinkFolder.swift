import Foundation

/// The folder whose entries are the ports of the boxes.
struct LinkFolder {
    let path: String
    let boxes: Int

    init(path: String, boxes: Int) throws(FleetError) {
        self.path = path
        self.boxes = boxes
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw FleetError(description: "\(path): the folder of the links cannot be made: \(error)")
        }
        for number in 1...boxes {
            let link = link(number)
            if let type = Self.type(of: link), type != S_IFLNK {
                throw FleetError(description: "\(link): is there and is no link. Remove it or choose another folder.")
            }
        }
    }

    /// The path of the link of box `number`.
    func link(_ number: Int) -> String { path + "/" + name(number) }

    /// Points the link of box `number` to `target`, at once: it is never half there.
    func point(_ number: Int, to target: String) throws(FleetError) {
        // Entries that begin with a dot are no ports.
        let new = "\(path)/.\(name(number)).new"
        unlink(new)
        guard symlink(target, new) == 0, rename(new, link(number)) == 0 else {
            throw FleetError(link(number), "the link cannot be made")
        }
    }

    /// Removes the link of box `number` if it still points to `target`.
    func remove(_ number: Int, from target: String) {
        let link = link(number)
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) == target { unlink(link) }
    }

    private func name(_ number: Int) -> String {
        let digits = String(number)
        return "box-" + String(repeating: "0", count: max(0, max(2, String(boxes).count) - digits.count)) + digits
    }

    private static func type(of path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}
