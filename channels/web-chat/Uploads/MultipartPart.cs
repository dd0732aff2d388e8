namespace Spark.Channels.WebChat.Uploads;

/// <summary>A part of a form: a file, or what was said with it.</summary>
/// <param name="FileName">The name that the client gave the file; null for what is none, the activity.</param>
/// <param name="MediaType">What the client says that it is.</param>
/// <param name="Content">Its bytes, within the request's.</param>
internal sealed record MultipartPart(string? FileName, string MediaType, ReadOnlyMemory<byte> Content)
{
    private const string Activity = "application/vnd.microsoft.activity";

    /// <summary>Browsers name every blob of a form; the activity is known by its type.</summary>
    public bool IsActivity { get; } = MediaType.StartsWith(Activity, StringComparison.OrdinalIgnoreCase);
}
