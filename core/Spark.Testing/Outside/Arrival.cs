using Spark.Messages;

namespace Spark.Testing.Outside;

/// <summary>A message of the bot, as the person sees it.</summary>
/// <param name="Text">What it says, without its buttons.</param>
/// <param name="Texts">The text parts, one by one.</param>
/// <param name="Choices">Its buttons.</param>
internal sealed record Arrival(string Text, IReadOnlyList<string> Texts, IReadOnlyList<Choice> Choices)
{
    /// <summary>The effect that it came by.</summary>
    public string EffectId { get; init; } = "";

    /// <summary>What was sent.</summary>
    public IReadOnlyList<MessagePart> Parts { get; init; } = [];

    /// <summary>The message of these parts; null when they show nothing.</summary>
    public static Arrival? Of(IReadOnlyList<MessagePart> parts)
    {
        if (PlainText.Render(parts).Length == 0)
        {
            return null;
        }

        return new(
            PlainText.Render([.. parts.Where(part => part is not ChoicesPart)]),
            [.. parts.OfType<TextPart>().Select(part => part.Text)],
            [.. parts.OfType<ChoicesPart>().SelectMany(part => part.Choices)]);
    }

    /// <summary>The message on one line, its buttons in brackets.</summary>
    public override string ToString() => string.Join(' ', [Text.ReplaceLineEndings("⏎"), .. Choices.Select(choice => $"[{choice.Label}]")]).Trim();
}
