using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>A turn as bytes. Made on the caller's thread: the writers have better things to do than JSON.</summary>
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
        Known = [.. (commit.Person?.Variables ?? []).Select(variable => PersonValue.Write(variable.Value))];
        Words = EpisodeWords.Of(commit);
        Keys = [.. commit.Keys.Select(SeenHash.Of)];
    }

    public TurnCommit Commit { get; }

    public byte[] Key { get; }

    public byte[] State { get; }

    public byte[] Event { get; }

    public byte[]? Fault { get; }

    public byte[]? Effects { get; }

    /// <summary>The values of the person's variables, in their order.</summary>
    public byte[]?[] Known { get; }

    public IReadOnlyList<EpisodeWords> Words { get; }

    public IReadOnlyList<byte[]> Keys { get; }

    /// <summary>Encodes a turn.</summary>
    /// <exception cref="UnstorableTurnException">It cannot be stored as it is.</exception>
    public static EncodedTurn Of(TurnCommit commit)
    {
        // A row of an effect takes the turn's numbers, and finds its payload by its position.
        if (commit.Effects.Where((entry, index) => entry.Address != new Runtime.Outbox.EffectAddress(commit.Key, new(commit.State.Sequence, index))).Any())
        {
            throw new UnstorableTurnException("The turn's effects are not numbered as its own.");
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
