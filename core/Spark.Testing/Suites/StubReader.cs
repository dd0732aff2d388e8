using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;
using Spark.Offload;

namespace Spark.Testing.Suites;

/// <summary>Reads <c>given</c>: what stands for connections and actions.</summary>
internal static class StubReader
{
    private static readonly string[] Verbs = ["call", "action", "offload"];
    private static readonly string[] Fields = ["call", "action", "offload", "replies", .. ReplyFields];
    private static readonly Dictionary<string, OffloadResult> Results =
        Enum.GetValues<OffloadResult>().ToDictionary(result => result.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static string[] ReplyFields => ["result", "output", "status", "headers", "body", "ticket"];

    public static IReadOnlyList<Stub> Read(YamlNode node, SuiteContext context)
    {
        var stubs = new List<Stub>();
        foreach (var item in context.Nodes.Sequence(node, "given")?.Items ?? [])
        {
            if (context.Nodes.Mapping(item, "given") is { } map && ReadOne(map, context) is { } stub)
            {
                stubs.Add(stub);
            }
        }

        return stubs;
    }

    private static Stub? ReadOne(YamlMapping map, SuiteContext context)
    {
        context.Nodes.Allow(map, "a stub", Fields);
        if (map.Entries.Where(entry => Verbs.Contains(entry.Name, StringComparer.Ordinal)).ToList() is not [var verb])
        {
            context.Findings.Error(
                TestCodes.BadLine, map.At, "A stub stands for one thing: a call, an action or an offload.", "Write - { call: NAME, replies: [...] } or - { offload: NAME, result: accepted }.");
            return null;
        }

        if (context.Nodes.Id(verb.Value, verb.Name) is not { } name)
        {
            return null;
        }

        var isOffload = verb.Name == "offload";
        if (verb.Name == "action")
        {
            context.Know("action", name, context.Bot.Actions.Values.SelectMany(action => action.Deeds).OfType<InvokeDeed>().Select(deed => deed.Action).Distinct(StringComparer.Ordinal));
        }
        else
        {
            context.Know("connection", name, context.Bot.Connections.Keys);
        }

        var replies = map.Find("replies") is { } list
            ? [.. (context.Nodes.Sequence(list.Value, "replies")?.Items ?? []).Select(reply => ReadReply(reply, isOffload, context)).OfType<StubReply>()]
            : new List<StubReply> { ReadFields(map, isOffload, context) };
        if (verb.Name == "action")
        {
            CheckResults(name, verb.Value, map, replies, context);
        }

        if (replies.Count == 0)
        {
            context.Findings.Error(Engine.Reading.FindingCodes.Empty, map.At, $"The stub '{name.Value}' has no replies.", "Write at least one.");
            return null;
        }

        return new(name.Value, isOffload, replies, map.At);
    }

    // What an action may answer is its plugin's to say; a word that is nearly one for which the bot looks is surely meant as that.
    private static void CheckResults(YamlScalar name, YamlNode at, YamlMapping map, List<StubReply> replies, SuiteContext context)
    {
        var known = context.Bot.Actions.Values.SelectMany(action => action.Deeds).OfType<InvokeDeed>().Where(deed => deed.Action == name.Value)
            .SelectMany(deed => deed.Outcomes).SelectMany(rule => rule.Holds.Analysis.Comparisons)
            .SelectMany(comparison => comparison.Left.Literals.Concat(comparison.Right.Literals))
            .Where(literal => literal.Kind == ValueKind.String).Select(literal => literal.AsString())
            .Concat(["ok", "failed", "timeout"])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var reply in replies.Where(reply => !known.Contains(reply.Result)))
        {
            if (NearestName.Find(reply.Result, known) is { } meant)
            {
                context.Findings.Error(TestCodes.UnknownName, (map.Find("result")?.Value ?? map.Find("replies")?.Value ?? at).At, $"'{name.Value}' does not answer '{reply.Result}'.", $"Did you mean '{meant}'?");
            }
        }
    }

    private static StubReply? ReadReply(YamlNode node, bool isOffload, SuiteContext context)
    {
        switch (node)
        {
            case YamlScalar word when isOffload:
                return context.Nodes.OneOf(word, "replies", Results) is { } result ? StubReply.OfDesk(result, null) : null;
            case YamlScalar:
                return context.Nodes.Scalar(node, "replies", "a result such as ok or timeout") is { } text ? new(text.Value, default) : null;
            default:
                if (context.Nodes.Mapping(node, "replies") is not { } map)
                {
                    return null;
                }

                context.Nodes.Allow(map, "a reply", ReplyFields);
                return ReadFields(map, isOffload, context);
        }
    }

    private static StubReply ReadFields(YamlMapping map, bool isOffload, SuiteContext context)
    {
        if (isOffload)
        {
            var result = map.Find("result") is { } entry ? context.Nodes.OneOf(entry.Value, "result", Results) : null;
            return StubReply.OfDesk(result ?? OffloadResult.Accepted, map.Find("ticket") is { } ticket ? TicketReader.Read(ticket.Value, context) : null);
        }

        var fields = new List<KeyValuePair<string, Value>>();
        if (map.Find("output") is { } output && context.Nodes.Mapping(output.Value, "output") is { } more)
        {
            fields.AddRange(more.Entries.Select(field => KeyValuePair.Create(field.Name, SuiteContext.Literal(field.Value))));
        }

        foreach (var name in (string[])["status", "headers", "body"])
        {
            if (map.Find(name) is { } field)
            {
                fields.Add(new(name, SuiteContext.Literal(field.Value)));
            }
        }

        var word = map.Find("result") is { } given ? context.Nodes.Scalar(given.Value, "result")?.Value : null;
        return new(word ?? "ok", fields.Count == 0 ? Value.Undefined : Value.Object(fields));
    }
}
