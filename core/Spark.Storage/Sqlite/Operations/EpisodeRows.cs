using Spark.Engine.Conversations;

namespace Spark.Storage.Sqlite.Operations;

/// <summary>How episodes are read for operators.</summary>
internal static class EpisodeRows
{
    public const string Columns = "number, bot, version, began_at, ended_at, outcome, reason, type, category, ticket, ticket_url";

    public static Episode Read(in Rows row, int first) => new()
    {
        Number = row.Int(first),
        Bot = row.Text(first + 1),
        Version = row.Text(first + 2),
        Began = row.Time(first + 3),
        IsNew = false,
        Ended = row.TimeOrNull(first + 4),
        Outcome = row.TextOrNull(first + 5) is { } outcome ? Enum.Parse<EpisodeOutcome>(outcome) : null,
        Reason = row.TextOrNull(first + 6),
        Type = row.TextOrNull(first + 7) is { } type ? Enum.Parse<EpisodeType>(type) : null,
        Category = row.TextOrNull(first + 8),
        Ticket = row.TextOrNull(first + 9),
        TicketUrl = row.TextOrNull(first + 10) is { } url ? new Uri(url) : null,
    };
}
