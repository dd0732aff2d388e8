using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Files;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Privacy;

/// <summary>Reads whole conversations, and the files that they name.</summary>
internal sealed partial class PersonLog(IConversationLog log, IFileStore files)
{
    private const int Page = 256;

    /// <summary>All turns that are kept of a conversation, in order.</summary>
    public async IAsyncEnumerable<LoggedTurn> TurnsAsync(ConversationKey key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0L; await log.ReadAsync(key, after, after + Page, cancellationToken) is { } slice;)
        {
            foreach (var turn in slice.Turns)
            {
                yield return turn;
            }

            // Retention has taken the beginning; what is before the first turn is gone.
            var next = slice.Turns.Count > 0 ? after + Page : slice.Next - 1;
            if (next is not { } further || further >= slice.Newest)
            {
                yield break;
            }

            after = further;
        }
    }

    /// <summary>How many turns are kept of a conversation, and the ids of its files and of those that they and its state name.</summary>
    public async Task<(int Turns, IReadOnlyList<string> Files)> MeasureAsync(ConversationDetails conversation, CancellationToken cancellationToken)
    {
        var turns = 0;
        var ids = new SortedSet<string>(FilesIn(ConversationJson.Write(conversation.State)), StringComparer.Ordinal);
        ids.UnionWith((await files.ListAsync(conversation.Summary.Key, cancellationToken)).Select(file => file.Id));
        await foreach (var turn in TurnsAsync(conversation.Summary.Key, cancellationToken))
        {
            turns++;
            ids.UnionWith(FilesIn(turn));
        }

        return (turns, [.. ids]);
    }

    /// <summary>The ids of the files that a turn names.</summary>
    public static IEnumerable<string> FilesIn(LoggedTurn turn) =>
        FilesIn(ConversationJson.Write(turn.Event)).Concat(turn.Effects.SelectMany(entry => FilesIn(ConversationJson.Write(entry.Effect))));

    private static IEnumerable<string> FilesIn(byte[] json) => FileAddress().Matches(Encoding.UTF8.GetString(json)).Select(found => found.Groups["id"].Value);

    [GeneratedRegex(FileSigner.Path + "/(?<id>[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FileAddress();
}
