using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>A turn as bytes. Made on the caller's thread: the one writer has better things to do than JSON.</summary>
internal sealed class EncodedTurn
{
    public EncodedTurn(TurnCommit commit)
    {
        Commit = commit;
        Key = commit.Key.ToBytes();
        State = ConversationJson.Write(commit.State);
        Event = ConversationJson.Write(commit.Event);
        Fault = commit.Fault is { } fault ? ConversationJson.Write(fault) : null;
        Effects = [.. commit.Effects.Select(entry => (entry, ConversationJson.Write(entry.Effect)))];
    }

    public TurnCommit Commit { get; }

    public byte[] Key { get; }

    public byte[] State { get; }

    public byte[] Event { get; }

    public byte[]? Fault { get; }

    public IReadOnlyList<(OutboxEntry Entry, byte[] Effect)> Effects { get; }
}
