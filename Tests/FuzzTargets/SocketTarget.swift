import Control
import Foundation
import NIOCore
import NIOEmbedded

/// What comes over the command socket, in pieces: its lines come out as they went in, and a line that is understood as
/// a request or an answer is the same when it was written and read again.
enum SocketTarget {
    private static let limit = 1024

    static func run(_ bytes: [UInt8]) throws {
        guard let first = bytes.first else { return }
        let text = Array(bytes.dropFirst())
        let lines = try lines(of: text, inPiecesOf: 1 + Int(first))
        // What has no end is no line.
        let all = text.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map(Array.init)
        try demand(all.starts(with: lines), "lines came out that did not go in")
        try demand(text.count > limit || lines.count == all.count, "\(lines.count) of \(all.count) lines came out")
        for line in lines { try check(Data(line)) }
    }

    private static func lines(of text: [UInt8], inPiecesOf size: Int) throws -> [[UInt8]] {
        let channel = EmbeddedChannel(handler: LineDecoder.handler(limit: limit))
        var lines: [[UInt8]] = []
        var rest = text[...]
        while !rest.isEmpty {
            // An error closes the connection: the line was too long.
            guard (try? channel.writeInbound(ByteBuffer(bytes: rest.prefix(size)))) != nil else { break }
            rest = rest.dropFirst(size)
            while let line = try channel.readInbound(as: ByteBuffer.self) {
                lines.append(Array(line.readableBytesView))
            }
        }
        _ = try? channel.finish()
        return lines
    }

    private static func check(_ line: Data) throws {
        let decoder = JSONDecoder()
        if let request = try? decoder.decode(ControlRequest.self, from: line) {
            let again = try decoder.decode(ControlRequest.self, from: JSONEncoder().encode(request))
            try demand(again == request, "\(request) came back as \(again)")
        }
        if let reply = try? decoder.decode(ControlReply.self, from: line) {
            let again = try decoder.decode(ControlReply.self, from: JSONEncoder().encode(reply))
            try demand(again == reply, "\(reply) came back as \(again)")
        }
    }
}
