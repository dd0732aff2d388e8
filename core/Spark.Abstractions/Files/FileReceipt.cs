using Spark.Messages;

namespace Spark.Files;

/// <summary>What became of a file: it is kept, or refused. Since contract 1.4.</summary>
public sealed record FileReceipt
{
    private FileReceipt()
    {
    }

    /// <summary>The file by address; null when it was refused.</summary>
    public FilePart? File { get; private init; }

    /// <summary>Why it was refused; null when it is kept.</summary>
    public FileRefusal? Refusal { get; private init; }

    /// <summary>The refusal in a sentence of English; null when the file is kept.</summary>
    public string? Reason { get; private init; }

    /// <summary>It is kept.</summary>
    /// <param name="file">The file by address.</param>
    public static FileReceipt Kept(FilePart file) => new() { File = file };

    /// <summary>It is refused.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="reason">The same in a sentence of English.</param>
    public static FileReceipt Refused(FileRefusal refusal, string reason) => new() { Refusal = refusal, Reason = reason };
}
