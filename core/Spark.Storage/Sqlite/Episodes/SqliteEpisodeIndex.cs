using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Runtime.Episodes;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite.Operations;

namespace Spark.Storage.Sqlite.Episodes;

/// <summary>Episodes for operators, in SQLite.</summary>
internal sealed class SqliteEpisodeIndex(SqliteDatabase database) : IEpisodeIndex
{
    public ValueTask<EpisodePage> ListAsync(EpisodeFilter filter, EpisodeCursor? before, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAtOnceAsync(statements => List(statements, filter, before, limit), cancellationToken);

    public ValueTask<IReadOnlyList<EpisodeCount>> CountAsync(EpisodeFilter filter, TimeSpan stretch, TimeSpan offset, CancellationToken cancellationToken) =>
        database.Readers.ReadAtOnceAsync<IReadOnlyList<EpisodeCount>>(statements => Count(statements.Episodes, filter, stretch, offset), cancellationToken);

    public ValueTask<IReadOnlyList<string>> BotsOfAsync(ConversationKey key, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<string>>(
            statements =>
            {
                var bots = new List<string>();
                using var rows = statements.Episodes.Bots.Bind(key.ToBytes()).Read();
                while (rows.Next())
                {
                    bots.Add(rows.Text(0));
                }

                return bots;
            },
            cancellationToken);

    private static EpisodePage List(ReaderStatements statements, EpisodeFilter filter, EpisodeCursor? before, int limit)
    {
        var place = Place(statements, filter, before);
        var sought = Sought.Of(filter.Text);
        var isByWords = FindsFew(statements.Episodes, sought);
        var found = new List<(long Conversation, ConversationSummary Summary, Episode Episode)>();
        using (var rows = From(Listing(statements.Episodes, filter.OldestFirst, isByWords), filter, place).Bind(IEpisodeIndex.MostLookedAt)
            .Bind(Flag(filter.IsOpen)).Bind(filter.Outcome?.ToString()).Bind(filter.Instance).Bind(Names(filter.Bots)).Bind(sought?.From).Bind(limit)
            .Bind(filter.Type?.ToString()).Bind(sought?.Until).Read())
        {
            while (rows.Next())
            {
                found.Add((rows.Long(0), ConversationRows.Read(rows), EpisodeRows.Read(rows, 8)));
            }
        }

        return new([.. found.Select(row => new ListedEpisode(row.Summary, row.Episode, State(statements.Episodes, row.Conversation)))], Next());

        EpisodeCursor? Next()
        {
            if (found.Count == limit)
            {
                var (_, summary, episode) = found[^1];
                return new(episode.Began, summary.Key, episode.Number);
            }

            if (isByWords)
            {
                return null;
            }

            using var rows = From(filter.OldestFirst ? statements.Episodes.EdgeOldest : statements.Episodes.Edge, filter, place).Bind(IEpisodeIndex.MostLookedAt - 1).Read();
            return rows.Next() ? new(rows.Time(0), Key(statements.Episodes, rows.Long(1)), rows.Int(2)) : null;
        }
    }

    private static Statement Listing(EpisodeStatements statements, bool oldestFirst, bool isByWords) => (oldestFirst, isByWords) switch
    {
        (false, false) => statements.List,
        (true, false) => statements.ListOldest,
        (false, true) => statements.ListSought,
        (true, true) => statements.ListSoughtOldest,
    };

    // Where a word stands at many, going through time finds some of them soon; where it stands at few, they are fetched.
    private static bool FindsFew(EpisodeStatements statements, Sought? sought) =>
        sought is not null && statements.MeasureWords.Bind(sought.From).Bind(sought.Until).Bind(IEpisodeIndex.MostLookedAt + 1).Number() <= IEpisodeIndex.MostLookedAt;

    private static Statement From(Statement statement, EpisodeFilter filter, (long BeganAt, long Conversation, long Number) place) => statement
        .Bind(place.BeganAt).Bind(place.Conversation).Bind(place.Number).Bind(filter.OldestFirst ? Until(filter) : Since(filter));

    private static long Since(EpisodeFilter filter) => filter.From?.ToUnixTimeMilliseconds() ?? long.MinValue;

    private static long Until(EpisodeFilter filter) => filter.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue;

    private static (long BeganAt, long Conversation, long Number) Place(ReaderStatements statements, EpisodeFilter filter, EpisodeCursor? before)
    {
        if (before is null)
        {
            return (filter.OldestFirst ? Since(filter) : Until(filter), long.MinValue, 0);
        }

        using var rows = statements.Head.Bind(before.Key.ToBytes()).Read();
        return (before.BeganAt.ToUnixTimeMilliseconds(), rows.Next() ? rows.Long(0) : long.MinValue, before.Number);
    }

    // An array of names, as the statement reads it.
    private static string? Names(IReadOnlyList<string>? bots) =>
        bots is null ? null : $"[{string.Join(',', bots.Select(bot => $"\"{JsonEncodedText.Encode(bot)}\""))}]";

    private static long? Flag(bool? value) => value is null ? null : value.Value ? 1 : 0;

    private static ConversationState State(EpisodeStatements statements, long conversation)
    {
        using var rows = statements.State.Bind(conversation).Read();
        rows.Next();
        return ConversationJson.ReadState(rows.Bytes(0));
    }

    private static ConversationKey Key(EpisodeStatements statements, long conversation)
    {
        using var rows = statements.Key.Bind(conversation).Read();
        rows.Next();
        return ConversationKey.FromBytes(rows.Bytes(0));
    }

    private static List<EpisodeCount> Count(EpisodeStatements statements, EpisodeFilter filter, TimeSpan stretch, TimeSpan offset)
    {
        var length = (long)stretch.TotalMilliseconds;
        var added = (long)offset.TotalMilliseconds;
        var counts = new List<EpisodeCount>();
        var sought = Sought.Of(filter.Text);
        using var rows = (FindsFew(statements, sought) ? statements.CountSought : statements.Count)
            .Bind(Since(filter)).Bind(Until(filter))
            .Bind(added).Bind(length).Bind(Flag(filter.IsOpen)).Bind(filter.Outcome?.ToString()).Bind(Names(filter.Bots))
            .Bind(filter.Instance).Bind(filter.Type?.ToString()).Bind(sought?.From).Bind(sought?.Until).Read();
        while (rows.Next())
        {
            counts.Add(new(
                DateTimeOffset.FromUnixTimeMilliseconds((rows.Long(0) * length) - added),
                rows.TextOrNull(1) is { } outcome ? Enum.Parse<EpisodeOutcome>(outcome) : null,
                rows.Long(2)));
        }

        return counts;
    }
}
