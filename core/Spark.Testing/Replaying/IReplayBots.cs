using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Testing.Replaying;

/// <summary>Tells which version of a bot runs a turn of a replay.</summary>
internal interface IReplayBots
{
    /// <summary>The version; null when it was not kept or does not compile any more.</summary>
    /// <param name="before">The state before the turn.</param>
    Bot? Find(ConversationState before);
}
