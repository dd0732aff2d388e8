using Spark.Channels;
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
        var channel = map.Find("channel") is { } entry ? context.Nodes.Id(entry.Value, "channel")?.Value : null;
        var person = map.Find("user") is { } user ? ReadPerson(user.Value, context, outer.Person) : outer.Person;
        var given = map.Find("given") is { } stubs ? StubReader.Read(stubs.Value, context) : [];

        // What a test says of a name replaces what its suite says of it.
        return new(channel ?? outer.Channel, person, [.. given, .. outer.Given.Where(stub => !given.Any(own => Same(own, stub)))])
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

        var known = context.Variables(node, "known");
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
            Email = Text(map, "email", context) ?? outer.Email,
            TimeZone = Text(map, "timeZone", context) ?? outer.TimeZone,
            Language = map.Find("language") is { } language ? context.Nodes.Language(language.Value, "language")?.Value : outer.Language,
            Verified = map.Find("verified") is { } verified ? context.Nodes.Boolean(verified.Value, "verified") ?? false : outer.Verified,
        };
    }

    private static string? Text(YamlMapping map, string field, SuiteContext context) =>
        map.Find(field) is { } entry ? context.Nodes.Scalar(entry.Value, field, "a text")?.Value : null;
}
