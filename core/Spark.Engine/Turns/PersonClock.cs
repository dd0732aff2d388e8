namespace Spark.Engine.Turns;

/// <summary>What the clock says where the person is: "tomorrow" is the person's day.</summary>
internal static class PersonClock
{
    /// <summary>The person's time zone as the channel tells it, or else whoever forwarded the conversation, or else the bot's; null for UTC.</summary>
    public static TimeZoneInfo? ZoneOf(Turn turn) =>
        Find(turn.State.Person?.TimeZone) ?? Find(turn.State.Handoff?.TimeZone) ?? Find(turn.Bot.TimeZone);

    /// <summary>When the turn's event entered, by that clock.</summary>
    public static DateTimeOffset Now(Turn turn) =>
        ZoneOf(turn) is { } zone ? TimeZoneInfo.ConvertTime(turn.Happened.At, zone) : turn.Happened.At.ToUniversalTime();

    // A name that this machine does not know is no reason to leave the person without an answer.
    private static TimeZoneInfo? Find(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
