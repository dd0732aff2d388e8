using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;

namespace Spark.Runtime.Turns;

/// <summary>The engine of Spark.Engine.</summary>
internal sealed class DialogTurnEngine : ITurnEngine
{
    public TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened) => DialogEngine.Run(bot, state, happened);

    public TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault) =>
        DialogEngine.Fail(bot, state, happened, fault);
}
