using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Tests.Support;

/// <summary>Conversations in memory, with their log.</summary>
internal sealed class FakeConversations : IConversationIndex, IConversationLog
{
    public List<(ConversationDetails Details, IReadOnlyList<LoggedTurn> Turns)> All { get; } = [];

    public ValueTask<IReadOnlyList<ConversationSummary>> ListAsync(ConversationCursor? before, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ConversationSummary>>(
        [
            .. All.Select(one => one.Details.Summary)
                .Where(summary => before is null || summary.ChangedAt < before.ChangedAt || (summary.ChangedAt == before.ChangedAt && summary.Key < before.Key))
                .OrderByDescending(summary => summary.ChangedAt)
                .ThenByDescending(summary => summary.Key)
                .Take(limit),
        ]);

    public async ValueTask<ConversationSummary?> NewestAsync(CancellationToken cancellationToken) =>
        await ListAsync(null, 1, cancellationToken) is [var newest, ..] ? newest : null;

    public ValueTask<ConversationDetails?> FindAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ConversationDetails?>(All.Find(one => one.Details.Summary.Key == key).Details);

    public ValueTask<LogSlice?> ReadAsync(ConversationKey key, long after, long last, CancellationToken cancellationToken)
    {
        var found = All.Find(one => one.Details.Summary.Key == key);
        return ValueTask.FromResult(found.Details is null
            ? null
            : new LogSlice(found.Details.Summary.Sequence, [.. found.Turns.Where(turn => turn.Sequence > after && turn.Sequence <= last)]));
    }
}
