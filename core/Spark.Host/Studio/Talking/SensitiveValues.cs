using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Testing.Hosts;

namespace Spark.Host.Studio.Talking;

/// <summary>Hides what is sensitive, also where it was copied to: into the fields of an action, or into another variable.</summary>
internal sealed class SensitiveValues
{
    /// <summary>What stands in its place.</summary>
    public const string Dots = "•••";

    // Of shorter ones nothing is given away, and they would hide half of what is to be seen.
    private const int Shortest = 4;

    private readonly Bot bot;
    private readonly List<string> values;

    /// <summary>Collects what a conversation holds.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="turns">The conversation.</param>
    public SensitiveValues(Bot bot, IReadOnlyList<TracedTurn> turns)
    {
        this.bot = bot;
        values = [.. turns.SelectMany(turn => Of(turn.Result.State)).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];
    }

    /// <summary>True for a variable that is never shown.</summary>
    /// <param name="dialog">The dialog whose own it is; empty for one of the bot.</param>
    /// <param name="name">Its name.</param>
    public bool IsSensitive(string dialog, string name) =>
        (bot.Dialogs.GetValueOrDefault(dialog)?.Locals.GetValueOrDefault(name) ?? bot.Variables.GetValueOrDefault(name))?.IsSensitive == true;

    /// <summary>A value as JSON, without what is sensitive; null for none.</summary>
    public string? In(Value value)
    {
        if (value.IsUndefined)
        {
            return null;
        }

        var text = value.ToJson();
        foreach (var sensitive in values)
        {
            text = text.Replace(sensitive, Dots, StringComparison.Ordinal);
        }

        return text;
    }

    private IEnumerable<string> Of(ConversationState state) => state.Variables
        .Where(pair => IsSensitive("", pair.Key))
        .Select(pair => pair.Value)
        .Concat(state.Stack.SelectMany(frame => frame.Locals.Where(pair => IsSensitive(frame.Id, pair.Key)).Select(pair => pair.Value)))
        .Where(value => value.Kind == ValueKind.String)
        .Select(value => value.ToJson()[1..^1])
        .Where(value => value.Length >= Shortest);
}
