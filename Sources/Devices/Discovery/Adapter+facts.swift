extension Adapter {
    /// The USB adapter behind the tty at `path`; nil where there is none.
    public init?(ofPort path: String) {
        guard let adapter = Udev()?.adapter(at: path) else { return nil }
        self = adapter
    }

    /// Ids, serial number, name, driver and place, as far as they are known, for whoever reads a recording.
    public var facts: String {
        (["\(vendor):\(product)"]
            + [serial, model, interface.map { "interface \($0)" }, driver, place].compactMap(\.self))
            .joined(separator: ", ")
    }
}
