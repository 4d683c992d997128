import CZip

/// A ZIP file in memory, read by libzip.
final class ZipArchive {
    private let archive: OpaquePointer
    /// libzip reads from here as long as the archive is open.
    private let memory: UnsafeMutableRawBufferPointer
    /// Bytes that may still be unpacked.
    private var budget: Int

    /// Opens an archive.
    /// - Throws: `WorkbookError` where it is none, or has too many entries.
    init(_ bytes: some Collection<UInt8>, limits: WorkbookLimits) throws(WorkbookError) {
        memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        memory.copyBytes(from: bytes)
        budget = limits.unpackedBytes
        guard let source = zip_source_buffer_create(memory.baseAddress, UInt64(memory.count), 0, nil) else {
            memory.deallocate()
            throw WorkbookError("there is no memory to unpack it", remedy: WorkbookError.split)
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            memory.deallocate()
            throw WorkbookError("a damaged or incomplete ZIP file")
        }
        self.archive = archive
        guard zip_get_num_entries(archive, 0) <= limits.entries else {
            throw WorkbookError("more than \(limits.entries) files inside")
        }
    }

    deinit {
        zip_discard(archive)
        memory.deallocate()
    }

    /// Hands the content of an entry over, piece by piece, and returns whether there is such an entry.
    /// - Throws: `WorkbookError` where it is damaged, encrypted or too large, or what `take` throws.
    func read(
        _ name: String, _ take: (ArraySlice<UInt8>) throws(WorkbookError) -> Void
    ) throws(WorkbookError) -> Bool {
        let index = zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
        guard index >= 0 else { return false }
        guard let file = zip_fopen_index(archive, UInt64(index), 0) else {
            throw WorkbookError("\(name) inside cannot be unpacked")
        }
        defer { zip_fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = Int(zip_fread(file, &buffer, UInt64(buffer.count)))
            guard count >= 0 else { throw WorkbookError("\(name) inside is damaged") }
            guard count > 0 else { return true }
            budget -= count
            guard budget >= 0 else { throw WorkbookError("too large when unpacked", remedy: WorkbookError.split) }
            try take(buffer[..<count])
        }
    }
}
