import ArgumentParser
import Office

/// `--encoding`, of commands that read text from before Unicode.
struct EncodingOption: ParsableArguments {
    @Option(
        name: .long,
        help:
            "Old encoding of the text: \(LegacyEncoding.allCases.map(\.rawValue).joined(separator: ", ")). Default: Unicode."
    )
    var encoding: LegacyEncoding?

    /// The files, to be read in this encoding.
    func applied(to files: [ImportFile]) -> [ImportFile] {
        files.map { ImportFile(name: $0.name, bytes: $0.bytes, encoding: encoding) }
    }
}

extension LegacyEncoding: ExpressibleByArgument {}
