using Spark.Engine.Reading;
using Spark.Engine.Reading.Yaml;

namespace Spark.Testing.Suites;

/// <summary>Reads a line of a chat.</summary>
internal static class LineReader
{
    private const string Remedy = "A line is one of user, bot, agent, handoff, ticket, clock and restart; user and handoff may have delivered beside them.";
    private static readonly string[] Verbs = ["user", "bot", "agent", "handoff", "ticket", "clock", "restart"];
    private static readonly string[] Fields = [.. Verbs, "delivered"];
    private static readonly Dictionary<string, Delivered> Ways = new(StringComparer.Ordinal)
    {
        ["once"] = Delivered.Once, ["twice"] = Delivered.Twice, ["late"] = Delivered.Late,
    };

    public static ChatLine? Read(YamlNode node, SuiteContext context)
    {
        if (context.Nodes.Mapping(node, "chat") is not { } map)
        {
            return null;
        }

        context.Nodes.Allow(map, "a line of a chat", Fields);
        var verbs = map.Entries.Where(entry => Verbs.Contains(entry.Name, StringComparer.Ordinal)).ToList();
        if (verbs is not [var verb])
        {
            if (verbs.Count == 0 && Array.Exists(Verbs, word => context.Nodes.IsMisspelt(map, word)))
            {
                return null;
            }

            var what = verbs.Count == 0 ? "says nothing" : $"says {string.Join(" and ", verbs.Select(entry => $"'{entry.Name}'"))} at once";
            context.Findings.Error(TestCodes.BadLine, map.At, $"This line of the chat {what}.", Remedy);
            return null;
        }

        if (map.Find("delivered") is { } delivered && verb.Name is not ("user" or "handoff"))
        {
            context.Findings.Error(TestCodes.BadLine, delivered.Key.At, "Only what the user says and what is handed over is delivered.", "Leave 'delivered' out.");
        }

        return verb.Name switch
        {
            "user" => ReadUser(verb.Value, map, context),
            "bot" => ReadBot(verb.Value, context),
            "agent" => ReadAgent(verb.Value, context),
            "handoff" => HandoffReader.Read(verb.Value, context) is { } forwarded ? new HandedOver(forwarded, verb.Value.At) { Delivered = Way(map, context) } : null,
            "ticket" => TicketReader.Read(verb.Value, context) is { } ticket ? new TicketNews(ticket, verb.Value.At) : null,
            "clock" => ReadClock(verb.Value, context),
            _ => ReadRestart(verb.Value, context),
        };
    }

    private static Delivered Way(YamlMapping line, SuiteContext context) =>
        (line.Find("delivered") is { } entry ? context.Nodes.OneOf(entry.Value, "delivered", Ways) : null) ?? Delivered.Once;

    private static PersonSays? ReadUser(YamlNode node, YamlMapping line, SuiteContext context)
    {
        var way = Way(line, context);
        if (node is not YamlMapping map)
        {
            return context.Nodes.Scalar(node, "user", "what the user says") is { } said
                ? new(said.Value, node.At) { Delivered = way }
                : null;
        }

        context.Nodes.Allow(map, "a user's line", ["says", "press", "file"]);
        string? Text(string field) => map.Find(field) is { } found ? context.Nodes.Scalar(found.Value, field, "a text")?.Value : null;
        var (press, file) = (Text("press"), Text("file"));
        return new(press ?? Text("says") ?? "", node.At) { IsPress = press is not null, File = file, Delivered = way };
    }

    private static BotSays? ReadBot(YamlNode node, SuiteContext context)
    {
        if (context.Nodes.Scalar(node, "bot", "a text's key, or a text") is not { } said)
        {
            return null;
        }

        var isKey = context.Texts.Has(said.Value);
        if (!isKey && said.IsPlain && context.Texts.LooksLike(said.Value))
        {
            context.Findings.Error(
                TestCodes.UnknownText,
                said.At,
                $"The bot has no text '{said.Value}'.",
                NearestName.Suggest(said.Value, context.Texts.All, "Write a key as dialog.step, or quote the value when it is what the bot says."));
        }

        // Which parts a step's text has depends on its verb; one that is nearly another's is surely meant as that.
        if (isKey && said.IsPlain && context.Texts.FindMeant(said.Value) is { } meant)
        {
            context.Findings.Error(TestCodes.UnknownText, said.At, $"The bot has no text '{said.Value}'.", $"Did you mean '{meant}'?");
        }

        return new(said.Value, isKey, node.At);
    }

    private static AgentSays? ReadAgent(YamlNode node, SuiteContext context)
    {
        if (node is not YamlMapping map)
        {
            return context.Nodes.Scalar(node, "agent", "what the agent says") is { } said ? new(said.Value, node.At) : null;
        }

        context.Nodes.Allow(map, "an agent's line", ["leaves"]);
        if (map.Find("leaves") is { } leaves && context.Nodes.Boolean(leaves.Value, "leaves") == true)
        {
            return new(null, node.At);
        }

        context.Findings.Error(TestCodes.BadLine, node.At, "The agent does nothing here.", "Write agent: TEXT, or agent: { leaves: true }.");
        return null;
    }

    private static ClockMoves? ReadClock(YamlNode node, SuiteContext context)
    {
        if (context.Nodes.Scalar(node, "clock", "a time such as +2d") is not { } scalar)
        {
            return null;
        }

        if (scalar.Value.StartsWith('+') && ClockMoves.Read(scalar.Value[1..]) is { } by)
        {
            return new(by, node.At);
        }

        context.Findings.Error(
            FindingCodes.BadNumber, node.At, $"'{scalar.Value}' is not a time that passes.", "Write a plus, digits and a unit: +90s, +15m, +2d.");
        return null;
    }

    private static HostRestarts? ReadRestart(YamlNode node, SuiteContext context)
    {
        if (node is YamlScalar { Value: "host" })
        {
            return new(node.At);
        }

        context.Findings.Error(FindingCodes.NotAllowed, node.At, "Only the host can be restarted.", "Write restart: host.");
        return null;
    }
}
