namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>The body as text, and as base64 for those who need the exact bytes.</summary>
internal sealed record AttemptView(
    int Number,
    DateTimeOffset At,
    string? Url,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    string BodyBase64,
    int? Status,
    string? ResponseBody,
    string? Error,
    long? Milliseconds);
