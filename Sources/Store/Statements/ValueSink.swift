import Foundation

/// Takes the values of a row one after another, in the order of its columns: what is bound and what is hashed are read
/// from the same place.
protocol ValueSink {
    mutating func add(_ number: Int64)
    mutating func add(_ text: String)
    mutating func add(_ bytes: Data)
    mutating func addNull()
}

extension ValueSink {
    mutating func add(_ number: Int64?) { if let number { add(number) } else { addNull() } }
    mutating func add(_ text: String?) { if let text { add(text) } else { addNull() } }
    mutating func add(_ bytes: Data?) { if let bytes { add(bytes) } else { addNull() } }
}
