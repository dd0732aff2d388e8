using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>
/// Lets one taking-over after the other happen, from the write to the lanes: what is in this node's hands by the store, and on its way to
/// its lane, stands before what a turn has just committed without seeing anybody else's hands on it.
/// </summary>
internal sealed class TakeOverOrder : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    // Set before the store is asked, so that nothing is on its way without it.
    private volatile Scope? underWay;

    /// <summary>
    /// True while something of a conversation may be on its way. Who looks ahead for one conversation is no reason to look ahead for others:
    /// under load there would be no end of it.
    /// </summary>
    public bool MayBringFor(ConversationKey conversation) => underWay is { } scope && (scope.Conversation is not { } one || one == conversation);

    /// <summary>Waits for its turn.</summary>
    /// <param name="conversation">Whose effects may be taken over; null for any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Turn> EnterAsync(ConversationKey? conversation, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        underWay = new(conversation);
        return new(this);
    }

    /// <summary>
    /// Waits until what may be on its way has come. Who reads what is in this node's hands would else find there what was just taken over,
    /// and not know that somebody may have begun it.
    /// </summary>
    /// <param name="conversation">Whose messages were read; null for actions, which nobody looks ahead for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask SettleAsync(ConversationKey? conversation, CancellationToken cancellationToken)
    {
        if (underWay is { } scope && (scope.Conversation is null || scope.Conversation == conversation))
        {
            await turn.WaitAsync(cancellationToken);
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private sealed record Scope(ConversationKey? Conversation);

    public readonly struct Turn(TakeOverOrder order) : IDisposable
    {
        public void Dispose()
        {
            order.underWay = null;
            order.turn.Release();
        }
    }
}
