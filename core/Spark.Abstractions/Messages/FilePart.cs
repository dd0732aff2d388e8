namespace Spark.Messages;

/// <summary>A file by address.</summary>
/// <param name="Name">The file's name, as the person sees it.</param>
/// <param name="MediaType">Its media type, such as <c>image/png</c>.</param>
/// <param name="Address">Where it can be fetched.</param>
public sealed record FilePart(string Name, string MediaType, Uri Address) : MessagePart;
