import Store

/// Looks into the database as a reader; writes nothing.
enum DatabaseProbe {
    static func facts(_ folder: DataDirectory) -> DatabaseFacts {
        do {
            var book = DatabaseFacts.Book()
            let form = try Store(checking: folder).form()
            (book.journalMode, book.isOlder) = (form.journalMode, form.isOlder)
            // An older program's tables may lack what we would ask for.
            guard !form.isOlder else { return .open(book) }
            let store = try Store(reading: folder)
            book.directory = store.directory
            for box in try store.boxSummaries() {
                book.heard[box.device] = box.heard
                book.newestPress = [book.newestPress, box.lastPress].compactMap { $0 }.max()
            }
            return .open(book)
        } catch StoreError.noDatabase {
            return .missing
        } catch StoreError.newerSchema {
            return .newer
        } catch {
            return .unreadable(reason: "\(error)")
        }
    }
}
