/// What went over one port for a while, as a text that people can read in an editor.
///
/// A title, the header's `name: value` lines, an empty line, then one entry a line: milliseconds, `<` from the box or
/// `>` to the box, and the bytes in hexadecimal; or `x` and how many bytes from the box were left out, since digits of a
/// PIN may be among them; or `open`, `hang-up`, or `#` and a remark. A line that begins with `#` is a remark of whoever
/// edited the file.
public struct Session: Hashable, Sendable {
    /// Bytes of a file; a larger one is refused.
    public static let largestFile = 16 << 20
    /// Bytes of one entry; more are told in several.
    public static let mostBytes = 1024
    /// Entries of a session; one with more is refused.
    public static let mostEntries = 200_000
    /// Bytes of a line.
    static let longestLine = 4096

    /// What stands above.
    public var header: SessionHeader
    /// What happened, in the order of time.
    public var entries: [SessionEntry]

    /// A session.
    public init(header: SessionHeader, entries: [SessionEntry]) {
        self.header = header
        self.entries = entries
    }

    /// Reads a session; `file` is its name in errors. One wrong line refuses the whole.
    public init(_ bytes: some Collection<UInt8>, file: String) throws(SessionError) {
        header = SessionHeader([:])
        entries = []
        guard bytes.count <= Self.largestFile else {
            throw SessionError(file: file, line: 0, why: "is larger than \(Self.largestFile) bytes")
        }
        var isInHeader = true
        for (index, raw) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            func fault(_ why: String) -> SessionError { SessionError(file: file, line: index + 1, why: why) }
            guard raw.count <= Self.longestLine else { throw fault("is longer than \(Self.longestLine) bytes") }
            guard let line = String(validating: raw, as: UTF8.self) else { throw fault("is no UTF-8") }
            if index == 0 {
                guard line == SessionHeader.title else { throw fault("is not '\(SessionHeader.title)'") }
            } else if isInHeader, !line.isEmpty {
                if let why = header.take(line) { throw fault(why) }
            } else if isInHeader {
                isInHeader = false
                if let missing = header.missing { throw fault("the header has no '\(missing)'") }
            } else if !line.isEmpty, !line.hasPrefix("#") {
                try take(line, fault)
            }
        }
        guard !isInHeader else { throw SessionError(file: file, line: 0, why: "ends within its header") }
    }

    private mutating func take(_ line: String, _ fault: (String) -> SessionError) throws(SessionError) {
        guard let entry = SessionEntry(line: line) else {
            throw fault("is no entry: write 'MILLISECONDS < BYTES', '>', 'open', 'hang-up' or '# remark'")
        }
        guard entry.at >= entries.last?.at ?? 0 else { throw fault("is earlier than the entry before it") }
        guard entries.count < Self.mostEntries else { throw fault("is one entry more than \(Self.mostEntries)") }
        entries.append(entry)
    }

    /// The whole file.
    public var text: String {
        (header.lines + entries.flatMap(\.lines)).map { $0 + "\n" }.joined()
    }
}
