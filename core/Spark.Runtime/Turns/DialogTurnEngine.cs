using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Runtime.Secrets;

namespace Spark.Runtime.Turns;

/// <summary>The engine of Spark.Engine. Only here is in clear what people say in confidence.</summary>
/// <param name="seals">Opens and closes that.</param>
/// <param name="trace">Is told how each turn goes; null for nobody.</param>
internal sealed class DialogTurnEngine(ConversationSeals seals, ITurnTrace? trace = null) : ITurnEngine
{
    public TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened)
    {
        var opened = seals.Open(bot, happened);
        return seals.Close(bot, happened, opened, DialogEngine.Run(bot, seals.Open(bot, state), opened, trace));
    }

    public TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault)
    {
        var opened = seals.Open(bot, happened);
        return seals.Close(bot, happened, opened, DialogEngine.Fail(bot, seals.Open(bot, state), opened, fault, trace));
    }
}
