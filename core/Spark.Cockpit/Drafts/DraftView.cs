namespace Spark.Cockpit.Drafts;

/// <summary>The files of a bot to work on.</summary>
/// <param name="Bot">The bot's id.</param>
/// <param name="Number">Which save of a draft it is; 0 for the files that answer now.</param>
/// <param name="SavedAt">When it was saved; null for the files that answer now.</param>
/// <param name="SavedBy">Who saved it; null for the files that answer now.</param>
/// <param name="Files">Path below the folder → text.</param>
/// <param name="Live">The files that answer now; null when it was never published.</param>
internal sealed record DraftView(
    string Bot, long Number, DateTimeOffset? SavedAt, string? SavedBy, IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string>? Live);
