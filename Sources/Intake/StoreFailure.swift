import Store

/// Tells failures that pass from those that do not.
enum StoreFailure {
    /// Whether trying again later can help: the disk is full, the file is locked or cannot be reached just now.
    static func isPassing(_ error: any Error) -> Bool { Store.isPassingFailure(error) }

    /// Whether only a new start can help.
    static func endsService(_ error: any Error) -> Bool { Store.endsService(error) }
}
