using Spark.Channels;
using Spark.Engine.Reading.Yaml;

namespace Spark.Testing.Suites;

/// <summary>What a suite says for all its tests, and a test for itself: the channel, the person, and what the outside answers.</summary>
/// <param name="Channel">The id of the channel's plugin.</param>
/// <param name="Person">The person.</param>
/// <param name="Given">What the outside answers.</param>
internal sealed record TestSettings(string Channel, Person Person, IReadOnlyList<Stub> Given)
{
    private static readonly string[] PersonFields = ["id", "name", "email", "language", "timeZone", "verified"];

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
        return new(channel ?? outer.Channel, person, [.. given, .. outer.Given.Where(stub => !given.Any(own => Same(own, stub)))]);
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
