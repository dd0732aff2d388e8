using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Storage.Rows;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>A turn as bytes. Made on the caller's thread: the one writer has better things to do than JSON.</summary>
internal sealed class EncodedTurn
{
    private EncodedTurn(TurnCommit commit)
    {
        Commit = commit;
        Key = commit.Key.ToBytes();
        State = ConversationJson.Write(commit.State);
        Event = ConversationJson.Write(commit.Event);
        Fault = commit.Fault is { } fault ? ConversationJson.Write(fault) : null;
        Effects = EffectLines.Write(commit.Effects);
    }

    public TurnCommit Commit { get; }

    public byte[] Key { get; }

    public byte[] State { get; }

    public byte[] Event { get; }

    public byte[]? Fault { get; }

    public byte[]? Effects { get; }

    /// <summary>Encodes a turn.</summary>
    /// <exception cref="UnstorableTurnException">It cannot be stored as it is.</exception>
    public static EncodedTurn Of(TurnCommit commit)
    {
        // A row of an effect is found by its event's and its position.
        if (commit.Effects.Count > OutboxRow.Most)
        {
            throw new UnstorableTurnException($"The turn has more than {OutboxRow.Most} effects.");
        }

        for (var i = 0; i < commit.Effects.Count; i++)
        {
            if (commit.Effects[i].Address != new EffectAddress(commit.Key, new(commit.State.Sequence, i)))
            {
                throw new UnstorableTurnException("The turn's effects are not numbered as its own.");
            }
        }

        try
        {
            return new(commit);
        }
        catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException or NotSupportedException or JsonException or ExpressionException)
        {
            throw new UnstorableTurnException($"The turn cannot be written as JSON ({mistake.GetType().Name}).", mistake);
        }
    }
}
