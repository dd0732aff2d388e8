using Spark.Engine.Reading;
using Spark.Engine.Reading.Yaml;

namespace Spark.Testing.Suites;

/// <summary>Reads one test.</summary>
internal static class TestReader
{
    private static readonly string[] Fields = ["test", "channel", "user", "start", "given", "chat", "expect"];
    private static readonly string[] ExpectFields = ["calls", "variables", "ended"];
    private static readonly Dictionary<string, bool> Endings = new(StringComparer.Ordinal)
    {
        ["resolved"] = true, ["escalated"] = true, ["abandoned"] = true, ["failed"] = true, ["open"] = false,
    };

    public static BotTest? Read(YamlMapping map, string suite, TestSettings outer, SuiteContext context)
    {
        context.Nodes.Allow(map, "a test", Fields);
        var name = context.Nodes.Require(map, "test", "A test") is { } node ? context.Nodes.Scalar(node, "test", "a sentence") : null;
        var settings = TestSettings.Read(map, context, outer);
        var start = map.Find("start") is { } from ? ReadStart(from.Value, context) : null;
        var expect = map.Find("expect") is { } expected ? ReadExpectation(expected.Value, settings, context) : null;
        if (context.Nodes.Require(map, "chat", "A test") is not { } lines || context.Nodes.Sequence(lines, "chat") is not { } chat || name is null)
        {
            return null;
        }

        if (chat.Items.Count == 0)
        {
            context.Findings.Error(FindingCodes.Empty, chat.At, "The test has no chat.", "Write what the person and the bot say.");
        }

        IReadOnlyList<ChatLine> said = [.. chat.Items.Select(line => LineReader.Read(line, context)).OfType<ChatLine>()];
        if (expect is null && said.Count > 0 && said.All(line => line is ClockMoves or HostRestarts or AgentSays { Text: not null }))
        {
            context.Findings.Warning(
                TestCodes.ShowsNothing, chat.At, "Nothing happens in this test that could go wrong: nobody talks to the bot, it says nothing, and nothing is expected.", "Write what the person and the bot say, or what holds at the end under 'expect'.");
        }

        return new()
        {
            Suite = suite,
            Name = name.Value,
            Channel = settings.Channel,
            Person = settings.Person,
            Known = settings.Known,
            Start = start,
            Given = settings.Given,
            Chat = said,
            Expect = expect ?? new(),
            At = map.At,
        };
    }

    private static TestStart? ReadStart(YamlNode node, SuiteContext context)
    {
        if (context.Nodes.Mapping(node, "start") is not { } map)
        {
            return null;
        }

        context.Nodes.Allow(map, "a start", ["dialog", "set"]);
        var dialog = map.Find("dialog") is { } entry ? context.Nodes.Id(entry.Value, "dialog") : null;
        if (dialog is not null)
        {
            context.Know("dialog", dialog, context.Bot.Dialogs.Keys);
        }

        var own = dialog is null ? null : context.Bot.Dialogs.GetValueOrDefault(dialog.Value)?.Locals.Keys;
        return new(dialog?.Value, map.Find("set") is { } set ? context.Held(set.Value, "set", own: own) : []);
    }

    private static Expectation? ReadExpectation(YamlNode node, TestSettings settings, SuiteContext context)
    {
        if (context.Nodes.FilledMapping(node, "expect") is not { } map)
        {
            return null;
        }

        context.Nodes.Allow(map, "an expectation", ExpectFields);
        var calls = new List<KeyValuePair<string, int>>();
        foreach (var entry in map.Find("calls") is { } counted ? context.Nodes.Mapping(counted.Value, "calls")?.Entries ?? [] : [])
        {
            context.Know("connection or stub", entry.Key, context.Bot.Connections.Keys.Concat(settings.Given.Select(stub => stub.Name)));
            if (context.Nodes.WholeNumber(entry.Value, entry.Name, 0) is { } count)
            {
                calls.Add(new(entry.Name, count));
            }
        }

        var ended = map.Find("ended") is { } end && context.Nodes.OneOf(end.Value, "ended", Endings) is not null ? end.Value.ToString() : null;
        return new()
        {
            Calls = calls,
            Variables = map.Find("variables") is { } variables ? context.Held(variables.Value, "variables", FindingLevel.Warning) : [],
            Ended = ended,
            At = map.At,
        };
    }
}
