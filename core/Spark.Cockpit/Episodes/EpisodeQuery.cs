using System.Globalization;
using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Access;
using Spark.Cockpit.Conversations;
using Spark.Engine.Conversations;
using Spark.Runtime.Episodes;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Episodes;

/// <summary>What a request asks for.</summary>
/// <param name="Filter">Which episodes.</param>
/// <param name="Before">Where the page before ended.</param>
internal sealed record EpisodeQuery(EpisodeFilter Filter, EpisodeCursor? Before)
{
    private const int LongestText = 200;

    /// <summary>Reads a request's query; the sentence says what is wrong with it.</summary>
    public static (EpisodeQuery? Query, string? Problem) Read(HttpContext http)
    {
        var query = http.Request.Query;
        if (!TryTime(query["from"], out var from) || !TryTime(query["until"], out var until))
        {
            return (null, "'from' and 'until' are times such as 2026-11-21T08:00:00Z.");
        }

        bool? isOpen = query["state"].ToString() switch { "open" or EpisodeView.InProgress => true, EpisodeView.Completed => false, _ => null };
        EpisodeOutcome? outcome = null;
        if (Text(query, "outcome") is { } word)
        {
            if (!Enum.TryParse<EpisodeOutcome>(word, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
            {
                return (null, $"'{word}' is no outcome. There are: {string.Join(", ", Enum.GetNames<EpisodeOutcome>())}.");
            }

            outcome = parsed;
        }

        EpisodeType? type = null;
        if (Text(query, "type") is { } kind)
        {
            if (!Enum.TryParse<EpisodeType>(kind, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
            {
                return (null, $"'{kind}' is no type. There are: {string.Join(", ", Enum.GetNames<EpisodeType>())}.");
            }

            type = parsed;
        }

        EpisodeCursor? before = null;
        if (Text(query, "before") is { } place && (before = Parse(place)) is null)
        {
            return (null, $"'{place}' is no place in the list: give what 'next' of the page before said.");
        }

        var filter = new EpisodeFilter
        {
            From = from,
            Until = until,
            IsOpen = isOpen,
            Outcome = outcome,
            Type = type,
            OldestFirst = Text(query, "sort") is "oldest",
            Instance = Text(query, "channel"),
            Bots = Bots(Text(query, "bot"), Operator.Of(http)!),
            Text = Text(query, "q") is { } text ? text[..Math.Min(text.Length, LongestText)] : null,
        };
        return (new(filter, before), null);
    }

    /// <summary>A place in the list as requests bring it.</summary>
    public static string? Write(EpisodeCursor? cursor) => cursor is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{cursor.BeganAt.ToUnixTimeMilliseconds()}-{cursor.Key}-{cursor.Number}");

    /// <summary>A place in the list; null when it is none.</summary>
    public static EpisodeCursor? Parse(string text) =>
        text.Split('-') is [var at, var key, var number]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && ConversationKey.TryParse(key, out var parsed)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var episode)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), parsed, episode)
            : null;

    // Of what was asked for, the bots that the operator sees to.
    private static IReadOnlyList<string>? Bots(string? bot, Operator who) => bot is null ? who.Bots : who.Reaches(bot) ? [bot] : [];

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        time = isTime ? parsed : null;
        return isTime;
    }
}
