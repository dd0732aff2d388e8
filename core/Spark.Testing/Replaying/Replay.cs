using Microsoft.Extensions.Logging.Abstractions;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Runtime.Texts;
using Spark.Runtime.Turns;
using Spark.Testing.Hosts;

namespace Spark.Testing.Replaying;

/// <summary>Runs the events of a log through the engine again. What it gives comes from the events alone; what was logged of effects is only compared.</summary>
/// <param name="bots">Which version of a bot runs a turn.</param>
/// <param name="seals">Opens what people said in confidence; null for a log that is in clear, as a test's is.</param>
internal sealed class Replay(IReplayBots bots, ReplaySeals? seals = null)
{
    /// <summary>Runs a log.</summary>
    /// <param name="began">The state before its first event; null for a new conversation.</param>
    /// <param name="instance">The id of the channel instance.</param>
    /// <param name="log">The turns.</param>
    /// <param name="watch">Is told how each turn goes; null for nobody.</param>
    /// <returns>What each turn comes to, and the state behind the last one.</returns>
    public ReplayedConversation Run(ConversationState? began, string instance, IReadOnlyList<StoredTurn> log, ReplayTrace? watch = null)
    {
        var supervisor = new TurnSupervisor(seals?.Engine(watch) ?? new PlainEngine(watch), NullLogger<TurnSupervisor>.Instance);
        var turns = new List<ReplayedTurn>(log.Count);
        var state = began;
        foreach (var turn in log)
        {
            state ??= new() { Channel = turn.Event is InboundReceived received ? received.Channel : "", ChannelInstance = instance };
            var before = state.Sequence == turn.Sequence - 1 ? state : state with { Sequence = turn.Sequence - 1 };
            var bot = bots.Find(before);
            watch?.Begin(turn.Sequence);
            var result = supervisor.Run(bot, before, turn.Event, default);
            if (turn.Fault is { Code: TurnSupervisor.Unstorable })
            {
                result = supervisor.Replace(bot, before, turn.Event, default, isLast: false);
            }

            state = result.State.Sequence == turn.Sequence ? result.State : result.State with { Sequence = turn.Sequence };
            turns.Add(new(turn.Sequence, turn.Event, bot, before, state, [.. result.Effects.Select(Clean)], result.Fault));
        }

        return new(turns, state);
    }

    // As the runtime cleans what it writes.
    private static Effect Clean(Effect effect) =>
        effect is SendMessage message ? message with { Parts = WellFormedMessages.Clean(message.Parts) } : effect;

    private sealed class PlainEngine(ReplayTrace? watch) : ITurnEngine
    {
        public TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened) => Engine.Turns.DialogEngine.Run(bot, state, happened, watch);

        public TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault) =>
            Engine.Turns.DialogEngine.Fail(bot, state, happened, fault, watch);
    }
}
