using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Runtime.Secrets;

namespace Spark.Runtime.Turns;

/// <summary>The engine of Spark.Engine. Only here is in clear what people say in confidence.</summary>
internal sealed class DialogTurnEngine(ConversationSeals seals) : ITurnEngine
{
    public TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened)
    {
        var opened = seals.Open(happened);
        return seals.Close(bot, opened, DialogEngine.Run(bot, seals.Open(bot, state), opened));
    }

    public TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault)
    {
        var opened = seals.Open(happened);
        return seals.Close(bot, opened, DialogEngine.Fail(bot, seals.Open(bot, state), opened, fault));
    }
}
