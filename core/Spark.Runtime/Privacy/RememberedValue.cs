using Spark.Engine.Conversations;

namespace Spark.Runtime.Privacy;

/// <summary>What a bot remembers of somebody in all their conversations.</summary>
/// <param name="Person">By what the person is known.</param>
/// <param name="Bot">The bot's id.</param>
/// <param name="Variable">The variable.</param>
public sealed record RememberedValue(string Person, string Bot, PersonVariable Variable);
