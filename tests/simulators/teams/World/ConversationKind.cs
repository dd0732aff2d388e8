namespace Spark.Simulators.Teams.World;

/// <summary>What kind of conversation.</summary>
internal enum ConversationKind
{
    /// <summary>One person and the bot.</summary>
    Personal,

    /// <summary>Several people and the bot.</summary>
    GroupChat,

    /// <summary>A thread of a team's channel.</summary>
    Channel,
}
