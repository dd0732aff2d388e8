using Spark.Engine.Conversations;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>A turn as bytes. Made on the caller's thread: the one writer has better things to do than JSON.</summary>
internal sealed class EncodedTurn(TurnCommit commit)
{
    public TurnCommit Commit { get; } = commit;

    public byte[] Key { get; } = commit.Key.ToBytes();

    public byte[] State { get; } = ConversationJson.Write(commit.State);

    public byte[] Event { get; } = ConversationJson.Write(commit.Event);

    public byte[]? Fault { get; } = commit.Fault is { } fault ? ConversationJson.Write(fault) : null;

    /// <summary>The values of the person's variables, in their order.</summary>
    public byte[]?[] Known { get; } = [.. (commit.Person?.Variables ?? []).Select(variable => PersonValue.Write(variable.Value))];

    public IReadOnlyList<EpisodeWords> Words { get; } = EpisodeWords.Of(commit);

    public byte[]? Effects { get; } = EffectArray.Write(commit.Effects);
}
