using Spark.Testing.Suites;

namespace Spark.Testing.Talking;

/// <summary>A conversation that somebody tries: a test in the making, of which nobody has said yet what the bot must answer.</summary>
/// <param name="Test">The person's side of it. Its chat holds no lines of the bot, and nothing is given.</param>
/// <param name="Places">The place of each line of the chat among all that was written, in order.</param>
/// <param name="Answers">What the outside answers, in order.</param>
internal sealed record Talk(BotTest Test, IReadOnlyList<int> Places, IReadOnlyList<TalkAnswer> Answers);
