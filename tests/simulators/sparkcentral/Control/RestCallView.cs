namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record RestCallView(
    int Number,
    DateTimeOffset At,
    string Target,
    string Method,
    string Path,
    string? ConversationId,
    IReadOnlyDictionary<string, string> Headers,
    string? Body,
    int? Status,
    string? ResponseBody,
    bool Held,
    bool CallerLeft);
