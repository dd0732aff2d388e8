using System.Net.Mail;
using Spark.Channels;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;

namespace Spark.Testing.Suites;

/// <summary>What a suite says for all its tests, and a test for itself: the channel, the person, and what the outside answers.</summary>
/// <param name="Channel">The id of the channel's plugin.</param>
/// <param name="Person">The person.</param>
/// <param name="Given">What the outside answers.</param>
internal sealed record TestSettings(string Channel, Person Person, IReadOnlyList<Stub> Given)
{
    private static readonly string[] PersonFields = ["id", "name", "email", "language", "timeZone", "verified", "known"];

    /// <summary>What the bot knows of the person from other conversations.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Known { get; init; } = [];

    /// <summary>What holds where neither says anything.</summary>
    public static TestSettings Default { get; } = new("chat", new() { Id = "person" }, []);

    /// <summary>Reads the settings of a suite or a test.</summary>
    /// <param name="map">The suite or the test.</param>
    /// <param name="context">What the readers share.</param>
    /// <param name="outer">What holds where it says nothing.</param>
    public static TestSettings Read(YamlMapping map, SuiteContext context, TestSettings outer)
    {
        var channel = map.Find("channel") is { } entry ? context.Nodes.Id(entry.Value, "channel") : null;
        if (channel is not null && context.Channels.Count > 0)
        {
            context.Know("channel", channel, context.Channels.Append(Default.Channel), "Spark");
        }

        var person = map.Find("user") is { } user ? ReadPerson(user.Value, context, outer.Person) : outer.Person;
        var given = map.Find("given") is { } stubs ? StubReader.Read(stubs.Value, context) : [];

        // What a test says of a name replaces what its suite says of it.
        return new(channel?.Value ?? outer.Channel, person, [.. given, .. outer.Given.Where(stub => !given.Any(own => Same(own, stub)))])
        {
            Known = (map.Find("user")?.Value as YamlMapping)?.Find("known") is { } known ? ReadKnown(known.Value, person, context) : outer.Known,
        };
    }

    private static IReadOnlyList<KeyValuePair<string, Value>> ReadKnown(YamlNode node, Person person, SuiteContext context)
    {
        if (!person.Verified)
        {
            context.Findings.Error(TestCodes.BadLine, node.At, "The bot knows only people who are proved from other conversations.", "Write verified: true beside it.");
        }

        var known = context.Held(node, "known");
        foreach (var entry in ((node as YamlMapping)?.Entries ?? []).Where(entry => context.Bot.Variables.ContainsKey(entry.Name) && !context.Bot.Remembered.Contains(entry.Name, StringComparer.Ordinal)))
        {
            context.Findings.Error(TestCodes.BadLine, entry.Key.At, $"'{entry.Name}' is not shared by a person's conversations.", "Only variables of scope person are, unless they are sensitive.");
        }

        return known;
    }

    private static bool Same(Stub one, Stub other) => one.IsOffload == other.IsOffload && string.Equals(one.Name, other.Name, StringComparison.Ordinal);

    private static Person ReadPerson(YamlNode node, SuiteContext context, Person outer)
    {
        if (context.Nodes.Mapping(node, "user") is not { } map)
        {
            return outer;
        }

        context.Nodes.Allow(map, "a user", PersonFields);
        return outer with
        {
            Id = Text(map, "id", context) ?? outer.Id,
            Name = Text(map, "name", context) ?? outer.Name,
            Email = ReadEmail(map, context) ?? outer.Email,
            TimeZone = ReadTimeZone(map, context) ?? outer.TimeZone,
            Language = map.Find("language") is { } language ? context.Nodes.Language(language.Value, "language")?.Value : outer.Language,
            Verified = map.Find("verified") is { } verified ? context.Nodes.Boolean(verified.Value, "verified") ?? false : outer.Verified,
        };
    }

    private static string? ReadEmail(YamlMapping map, SuiteContext context)
    {
        var email = Text(map, "email", context);
        if (email is not null && !MailAddress.TryCreate(email, out _))
        {
            context.Findings.Error(TestCodes.BadValue, map.Find("email")!.Value.At, $"'{email}' is no e-mail address.", "Write one such as jo@acme.com.");
        }

        return email;
    }

    private static string? ReadTimeZone(YamlMapping map, SuiteContext context)
    {
        var zone = Text(map, "timeZone", context);
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            context.Findings.Error(FindingCodes.NotAllowed, map.Find("timeZone")!.Value.At, $"There is no time zone '{zone}'.", "Write one of the IANA names, such as Europe/Brussels.");
        }

        return zone;
    }

    private static string? Text(YamlMapping map, string field, SuiteContext context) =>
        map.Find(field) is { } entry ? context.Nodes.Scalar(entry.Value, field, "a text")?.Value : null;
}
