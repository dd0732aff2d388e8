using Spark.Runtime.Turns;

namespace Spark.Runtime.Offload;

/// <summary>A name of a far system that stands for one of our conversations.</summary>
/// <param name="Connection">The connection to the far system: names are unique within it.</param>
/// <param name="ExternalId">The far system's name.</param>
/// <param name="Instance">The id of the channel instance of our conversation.</param>
/// <param name="ConversationId">Our conversation, as its channel names it.</param>
/// <param name="Lines">How many lines of its transcript are shared by the name.</param>
public sealed record Link(string Connection, string ExternalId, string Instance, string ConversationId, int Lines = 0)
{
    /// <summary>Our conversation.</summary>
    public ConversationKey Conversation => ConversationKey.Of(Instance, ConversationId);
}
