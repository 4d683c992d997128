import Ratings

extension SignedDocument.Fault {
    /// What is wrong with a file that is to be kept as the signed document, and what to do next.
    public var finding: Finding {
        switch self {
        case .noPDF:
            Finding(
                field: "attach", why: "the file is no PDF",
                remedy: "Save the signed document as PDF, or scan it as PDF.")
        case .cutOff:
            Finding(
                field: "attach", why: "the file ends before the PDF does",
                remedy: "Copy or scan it again, and open it once.")
        case .tooLarge(let size):
            Finding(
                field: "attach", value: "\(size) bytes", why: "more than \(SignedDocument.limit >> 20) MiB",
                remedy: "Scan it with fewer dots an inch; 200 is enough for a signed page.")
        }
    }
}
