namespace Spark.Messages;

/// <summary>A file by address.</summary>
/// <param name="Name">The file's name, as the person sees it.</param>
/// <param name="MediaType">Its media type, such as <c>image/png</c>.</param>
/// <param name="Address">Where it can be fetched.</param>
public sealed record FilePart(string Name, string MediaType, Uri Address) : MessagePart
{
    /// <summary>How many bytes it has; null when the channel does not know. Since contract 1.4.</summary>
    public long? Size { get; init; }

    /// <summary>
    /// The host's own id of a file that it keeps; null for one that lies elsewhere. Only the host sets it: its address leads to the file for
    /// a while, and by the id it is made anew wherever the message is shown later. Since contract 1.4.
    /// </summary>
    public string? Kept { get; init; }
}
