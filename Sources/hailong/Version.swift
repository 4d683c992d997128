/// Which HaiLong this is. The package takes its version from here.
enum Version {
    /// Major, minor, patch.
    static let current = "0.1.0"
}
