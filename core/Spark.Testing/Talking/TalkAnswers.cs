using Spark.Engine.Definitions;
using Spark.Testing.Outside;
using Spark.Testing.Suites;

namespace Spark.Testing.Talking;

/// <summary>Gives each call the next answer that is meant for it.</summary>
/// <param name="bot">The bot.</param>
/// <param name="answers">The answers, in order.</param>
/// <param name="taken">Is told the place of each answer that is given.</param>
internal sealed class TalkAnswers(Bot bot, IReadOnlyList<TalkAnswer> answers, Action<int> taken)
{
    private readonly List<TalkAnswer> left = [.. answers];
    private readonly List<TalkAnswer> given = [];

    /// <summary>What was answered, in order.</summary>
    public IReadOnlyList<TalkAnswer> Given => given;

    /// <summary>The name by which a test stands for what is called: a connection of the bot, else the action.</summary>
    public static string NameOf(Bot bot, Asked asked) => asked.IsOffload || bot.Connections.ContainsKey(asked.Name) ? asked.Name : asked.Action;

    /// <summary>Answers.</summary>
    /// <exception cref="UnansweredException">No answer is meant for it.</exception>
    public StubReply Answer(Asked asked)
    {
        var name = NameOf(bot, asked);
        if (left.Find(answer => answer.IsOffload == asked.IsOffload && string.Equals(answer.Name, name, StringComparison.Ordinal)) is not { } found)
        {
            throw new UnansweredException(asked);
        }

        left.Remove(found);
        given.Add(found);
        taken(found.Place);
        return found.Reply;
    }
}
