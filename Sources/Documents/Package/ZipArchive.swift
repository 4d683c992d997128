import CZip
import Foundation

/// A ZIP file as a value: the same entries are the same bytes, whoever writes them and when.
public struct ZipArchive: Hashable, Sendable {
    /// A file within the archive.
    public struct Entry: Hashable, Sendable {
        /// Its path, with slashes.
        public var name: String
        /// What it holds.
        public var data: Data

        /// A file within the archive.
        public init(_ name: String, _ data: Data) {
            self.name = name
            self.data = data
        }
    }

    /// The first day that a ZIP file can tell: 1980-01-01, 00:00.
    private static let day: UInt16 = 1 << 5 | 1

    /// The files in order.
    public var entries: [Entry]

    /// An archive of `entries`.
    public init(_ entries: [Entry] = []) { self.entries = entries }

    /// The content of the file `name`; setting it replaces the file in its place, or adds it at the end.
    public subscript(name: String) -> Data? {
        get { entries.first { $0.name == name }?.data }
        set {
            let index = entries.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let data?): entries[index].data = data
            case (let index?, nil): entries.remove(at: index)
            case (nil, let data?): entries.append(Entry(name, data))
            case (nil, nil): break
            }
        }
    }
}

extension ZipArchive {
    /// The archive as a file's bytes.
    /// - Throws: `DocumentError` with the library's reason.
    public func bytes() throws -> Data {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let file = zip_source_buffer_create(nil, 0, 0, &error) else { throw Self.failure(&error) }
        defer { zip_source_free(file) }
        guard let archive = zip_open_from_source(file, ZIP_TRUNCATE, &error) else { throw Self.failure(&error) }
        zip_source_keep(file)
        do {
            for entry in entries { try Self.add(entry, to: archive) }
            guard zip_close(archive) == 0 else { throw Self.failure(zip_get_error(archive)) }
        } catch {
            zip_discard(archive)
            throw error
        }
        return try Self.content(of: file)
    }

    private static func add(_ entry: Entry, to archive: OpaquePointer) throws {
        guard let source = try copy(entry.data, for: archive) else { throw failure(zip_get_error(archive)) }
        let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw failure(zip_get_error(archive))
        }
        guard zip_file_set_dostime(archive, UInt64(index), 0, day, 0) == 0 else {
            throw failure(zip_get_error(archive))
        }
    }

    /// A copy of `data` that libzip frees: it reads only when the archive is closed.
    private static func copy(_ data: Data, for archive: OpaquePointer) throws -> OpaquePointer? {
        guard let memory = malloc(max(1, data.count)) else {
            throw DocumentError("no memory for a file of \(data.count) bytes in the archive")
        }
        data.copyBytes(to: UnsafeMutableRawBufferPointer(start: memory, count: data.count))
        return zip_source_buffer(archive, memory, UInt64(data.count), 1)
    }

    private static func content(of file: OpaquePointer) throws -> Data {
        var status = zip_stat_t()
        guard zip_source_stat(file, &status) == 0, zip_source_open(file) == 0 else {
            throw failure(zip_source_error(file))
        }
        defer { zip_source_close(file) }
        var data = Data(count: Int(status.size))
        let read = data.withUnsafeMutableBytes { zip_source_read(file, $0.baseAddress, UInt64($0.count)) }
        guard read == data.count else { throw failure(zip_source_error(file)) }
        return data
    }

    fileprivate static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> DocumentError {
        let why = error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) } ?? "unknown error"
        return DocumentError("the ZIP file cannot be made or read: \(why)")
    }
}

extension ZipArchive {
    /// What an archive may unpack to, in bytes, where nothing else is said.
    public static let limit = 64 << 20
    /// That one unpacks to more.
    static let tooLarge = DocumentError("the ZIP file unpacks to more than it may; is it what it claims to be?")

    /// Reads the archive in `data`, at most `limit` bytes when unpacked.
    /// - Throws: `DocumentError` where it is none, is damaged, encrypted, or unpacks to more than `limit`.
    public init(reading data: Data, limit: Int = limit) throws {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        let bytes = [UInt8](data)
        self.init()
        entries = try bytes.withUnsafeBytes { memory in
            guard let source = zip_source_buffer_create(memory.baseAddress, UInt64(memory.count), 0, &error) else {
                throw Self.failure(&error)
            }
            guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
                zip_source_free(source)
                throw Self.failure(&error)
            }
            defer { zip_discard(archive) }
            var room = limit
            return try (0..<max(0, zip_get_num_entries(archive, 0))).map { index in
                let entry = try Self.entry(UInt64(index), of: archive, room: room)
                room -= entry.data.count
                return entry
            }
        }
    }

    private static func entry(_ index: UInt64, of archive: OpaquePointer, room: Int) throws -> Entry {
        guard let name = zip_get_name(archive, index, 0), let file = zip_fopen_index(archive, index, 0) else {
            throw failure(zip_get_error(archive))
        }
        defer { zip_fclose(file) }
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Int(zip_fread(file, &buffer, UInt64(buffer.count)))
            guard count >= 0 else { throw failure(zip_file_get_error(file)) }
            guard count > 0 else { return Entry(String(cString: name), data) }
            guard data.count + count <= room else { throw Self.tooLarge }
            data.append(contentsOf: buffer[..<count])
        }
    }
}
