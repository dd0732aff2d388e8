using System.Collections.Immutable;
using Spark.Channels;

namespace Spark.Engine.Conversations;

/// <summary>A relayed conversation is being moved. The desk that has it keeps it until the other has accepted.</summary>
public sealed record DeskMove
{
    /// <summary>The request to the other desk.</summary>
    public required EffectRef Effect { get; init; }

    /// <summary>The connection to the other desk.</summary>
    public required string Connection { get; init; }

    /// <summary>What the person has said since the other desk was asked: not in the transcript that it was given.</summary>
    public ImmutableList<MessageReceived> Said
    {
        get => field ?? [];
        init;
    }
}
