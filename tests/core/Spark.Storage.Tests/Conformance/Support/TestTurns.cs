using System.Security.Cryptography;
using System.Text.Json;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Messages;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Storage.Tests.Conformance.Support;

/// <summary>Turns as the runtime makes them.</summary>
public sealed class TestTurns(TimeProvider clock, long node, long revision)
{
    /// <summary>A first turn of a conversation that says something.</summary>
    public TurnCommit First(string conversation, params Effect[] effects) =>
        Turn(ConversationKey.Of("web", conversation), conversation, 0, effects, OutboxStatus.Claimed);

    /// <summary>The turn after one.</summary>
    public TurnCommit After(TurnCommit last, params Effect[] effects) => After(last, OutboxStatus.Claimed, effects);

    /// <summary>The turn after one, whose effects are born with a status.</summary>
    public TurnCommit After(TurnCommit last, OutboxStatus status, params Effect[] effects) =>
        Turn(last.Key, last.ExternalId, last.State.Sequence, effects, status);

    /// <summary>An id of four thousand letters in which nothing comes again: no database can pack it into less.</summary>
    public static string LongId() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(3072));

    public static SendMessage Say(string text) => new() { Parts = [new TextPart(text)], Language = "en" };

    public static InvokeAction Act() => new() { Action = "pause", Input = Value.Undefined, Language = "en" };

    public static OpenOffload Open() => new() { Connection = "desk", Fields = Value.Undefined, Variables = Value.Undefined, Language = "en" };

    /// <summary>The name of a turn's effect.</summary>
    public static EffectAddress Name(TurnCommit turn, int index = 0) => turn.Effects[index].Address;

    private TurnCommit Turn(ConversationKey key, string conversation, long expected, Effect[] effects, OutboxStatus status)
    {
        var sequence = expected + 1;
        return new()
        {
            Key = key,
            Instance = "web",
            ExternalId = conversation,
            ExpectedSequence = expected,
            State = new() { Sequence = sequence, Language = $"turn {sequence}", ChannelDetails = JsonSerializer.SerializeToElement(sequence) },
            Event = new InboundReceived
            {
                At = clock.GetUtcNow(),
                Seed = 1,
                Channel = "test",
                ChannelInstance = "web",
                Inbound = new ConversationStarted { ConversationId = conversation, Keys = [$"key {sequence}"] },
            },
            Cause = sequence,
            Keys = [new("web", $"key {sequence}")],
            Effects = [.. effects.Select((effect, index) => new OutboxEntry
            {
                Address = new(key, new(sequence, index)),
                Instance = "web",
                ExternalId = conversation,
                Effect = effect,
                Status = status,
                Epoch = 0,
                Cause = sequence,
                CreatedAt = clock.GetUtcNow(),
            })],
            Node = node,
            Revision = revision,
        };
    }
}
