using System.Globalization;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Conversations;

/// <summary>A cursor of episodes as text, for addresses and scripts.</summary>
internal static class EpisodePage
{
    private const char Separator = '_';

    public static string Text(ListedEpisode last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.Episode.Began.UtcTicks}{Separator}{last.Conversation.Key}{Separator}{last.Episode.Number}");

    public static EpisodeCursor? Parse(string text) =>
        text.Split(Separator) is [var ticks, var key, var number]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
        && ConversationKey.TryParse(key, out var parsed)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var episode)
            ? new(new(at, TimeSpan.Zero), parsed, episode)
            : null;
}
