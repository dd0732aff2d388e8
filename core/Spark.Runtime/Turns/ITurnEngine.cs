using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Runtime.Turns;

/// <summary>The engine, as the runtime sees it: pure, and free to throw.</summary>
public interface ITurnEngine
{
    /// <summary>Runs one turn.</summary>
    TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened);

    /// <summary>Runs the turn that answers a fault in place of the turn that failed.</summary>
    TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault);
}
