/// A 32-bit word as 64 bits. The standard conversion goes over the words of its argument on 32-bit parts, with code
/// that mentions arrays; the compiler then refuses it where the heap is forbidden.
@inline(__always)
func widened(_ word: UInt32) -> UInt64 {
    UInt64(_truncatingBits: UInt(word))
}
