using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Runtime.Turns;

namespace Spark.Testing.Hosts;

/// <summary>The engine, with somebody who looks on.</summary>
internal sealed class TracedEngine(TestTrace trace) : ITurnEngine
{
    public TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened) =>
        Note(state, happened, DialogEngine.Run(bot, state, happened, trace));

    public TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault) =>
        Note(state, happened, DialogEngine.Fail(bot, state, happened, fault, trace));

    private TurnResult Note(ConversationState before, ConversationEvent happened, TurnResult result)
    {
        trace.EndTurn(before, happened, result);
        return result;
    }
}
