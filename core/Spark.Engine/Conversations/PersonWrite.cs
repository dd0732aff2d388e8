namespace Spark.Engine.Conversations;

/// <summary>What a turn has changed of what the bot knows about a person, for all their conversations.</summary>
/// <param name="Person">Who it is, as a channel has proved it.</param>
/// <param name="Bot">The bot's id.</param>
/// <param name="Variables">The variables that changed, by name.</param>
public sealed record PersonWrite(string Person, string Bot, IReadOnlyList<PersonVariable> Variables);
