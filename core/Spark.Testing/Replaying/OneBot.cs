using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Testing.Replaying;

/// <summary>One version runs every turn: that of a test, or a draft that is tried on old conversations.</summary>
internal sealed class OneBot(Bot bot) : IReplayBots
{
    /// <inheritdoc/>
    public Bot? Find(ConversationState before) => bot;
}
