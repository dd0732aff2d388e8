using System.Globalization;

namespace Spark.Faults.Tests.Support;

/// <summary>A message that reached the far side.</summary>
/// <param name="Conversation">The conversation, as the channel names it.</param>
/// <param name="Effect">The idempotency key: conversation key, turn and place, joined by hyphens.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsRepeated">True when a message with its key had arrived before.</param>
internal sealed record Arrival(string Conversation, string Effect, string Text, bool IsRepeated)
{
    /// <summary>Where the message stands in its conversation's lane.</summary>
    public (long Turn, int Place) Position
    {
        get
        {
            var parts = Effect.Split('-');
            return (long.Parse(parts[^2], CultureInfo.InvariantCulture), int.Parse(parts[^1], CultureInfo.InvariantCulture));
        }
    }
}
