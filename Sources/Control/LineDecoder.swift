import NIOCore

/// Cuts a stream into lines, up to a length.
public struct LineDecoder: ByteToMessageDecoder {
    /// A line, without its end.
    public typealias InboundOut = ByteBuffer

    /// A decoder that closes the connection on a line of more than `limit` bytes.
    public static func handler(limit: Int) -> ByteToMessageHandler<LineDecoder> {
        ByteToMessageHandler(LineDecoder(), maximumBufferSize: limit)
    }

    private var searched = 0

    /// Hands the next line on.
    public mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        let view = buffer.readableBytesView.dropFirst(searched)
        guard let end = view.firstIndex(of: 0x0A) else {
            searched = buffer.readableBytes
            return .needMoreData
        }
        searched = 0
        let line = buffer.readSlice(length: end - buffer.readableBytesView.startIndex)
        buffer.moveReaderIndex(forwardBy: 1)
        if let line { context.fireChannelRead(wrapInboundOut(line)) }
        return .continue
    }

    /// What has no end when the connection closes is no line.
    public mutating func decodeLast(
        context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
    ) throws -> DecodingState { try decode(context: context, buffer: &buffer) }
}
