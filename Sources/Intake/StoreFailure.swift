import Store

/// Tells whose fault a failure of the store is.
enum StoreFailure {
    /// Whether what was to be stored is at fault: it would be refused again. All else is the store's trouble, may pass
    /// or be mended, and is tried again.
    static func isRefusal(_ error: any Error) -> Bool { (error as? StoreError)?.isRefusal == true }

    /// Whether only a new start can help.
    static func endsService(_ error: any Error) -> Bool { Store.endsService(error) }

    /// Whether it is the store's trouble, and trying again can help.
    static func isPassing(_ error: any Error) -> Bool {
        !(error is CancellationError) && !isRefusal(error) && !endsService(error)
    }
}
