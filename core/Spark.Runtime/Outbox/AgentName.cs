using Spark.Messages;

namespace Spark.Runtime.Outbox;

/// <summary>Puts the name of the agent who speaks before what is said, for channels that show no name of their own.</summary>
internal static class AgentName
{
    public static IReadOnlyList<MessagePart> Before(IReadOnlyList<MessagePart> parts, string? agent)
    {
        if (string.IsNullOrEmpty(agent) || !parts.Any(part => part is not (TypingPart or EventPart)))
        {
            return parts;
        }

        return parts[0] is TextPart text ? [new TextPart($"{agent}: {text.Text}"), .. parts.Skip(1)] : [new TextPart($"{agent}:"), .. parts];
    }
}
