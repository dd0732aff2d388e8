using System.Globalization;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Conversations;

/// <summary>A cursor as text, for addresses and scripts.</summary>
internal static class ConversationPage
{
    private const char Separator = '_';

    public static string Text(ConversationSummary last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.ChangedAt.UtcTicks}{Separator}{last.Key}");

    public static ConversationCursor? Parse(string text) =>
        text.Split(Separator) is [var ticks, var key]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
        && ConversationKey.TryParse(key, out var parsed)
            ? new(new(at, TimeSpan.Zero), parsed)
            : null;
}
