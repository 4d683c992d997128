/// What a finding says in one language. `{name}` stands for a parameter.
struct Phrase {
    /// What is wrong.
    var what: String
    /// What to do about it, before the commands.
    var mend: String

    init(_ what: String, mend: String = "") {
        self.what = what
        self.mend = mend
    }
}
