using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Testing.Outside;
using Spark.Testing.Suites;
using Spark.Testing.Talking;

namespace Spark.Testing.Writing;

/// <summary>Makes a test of a conversation that somebody has tried: what was said, what passed, what the outside answered, and what the bot said.</summary>
/// <param name="bot">The bot.</param>
/// <param name="played">The conversation.</param>
internal sealed class TalkTest(Bot bot, PlayedTalk played)
{
    private readonly YamlText yaml = new();
    private readonly TextKeys keys = new(bot);
    private readonly BotTest test = played.Talk.Test;

    /// <summary>Writes the test.</summary>
    /// <param name="suite">The suite's id.</param>
    /// <param name="name">What it shows, in a sentence.</param>
    /// <param name="expect">What must hold at its end.</param>
    public string Write(string suite, string name, Expectation expect)
    {
        yaml.Line(0, "suite", suite);
        if (test.Channel != TestSettings.Default.Channel)
        {
            yaml.Line(0, "channel", test.Channel);
        }

        if (test.Person.Language is { } language)
        {
            yaml.Raw($"user: {{ language: {YamlText.Quote(language)} }}");
        }

        yaml.Raw("tests:");
        yaml.Raw($"  - test: {YamlText.Quote(name)}");
        WriteStart();
        WriteGiven();
        yaml.Raw("    chat:");
        WriteReplies(0, played.Heard.Count > 0 ? played.Heard[0] : played.Arrivals.Count);
        for (var index = 0; index < played.Heard.Count; index++)
        {
            WriteLine(test.Chat[index]);
            WriteReplies(played.Heard[index], index + 1 < played.Heard.Count ? played.Heard[index + 1] : played.Arrivals.Count);
        }

        WriteExpectation(expect);
        return yaml.ToString();
    }

    private void WriteStart()
    {
        if (test.Start is not { } start)
        {
            return;
        }

        var fields = new List<string>();
        if (start.Dialog is { } dialog)
        {
            fields.Add($"dialog: {YamlText.Quote(dialog)}");
        }

        if (start.Variables.Count > 0)
        {
            fields.Add($"set: {{ {Fields(start.Variables)} }}");
        }

        yaml.Raw($"    start: {{ {string.Join(", ", fields)} }}");
    }

    private void WriteGiven()
    {
        var given = played.Given.GroupBy(answer => (answer.IsOffload, answer.Name)).ToList();
        if (given.Count == 0)
        {
            return;
        }

        yaml.Raw("    given:");
        foreach (var answers in given)
        {
            var verb = answers.Key.IsOffload ? "offload" : bot.Connections.ContainsKey(answers.Key.Name) ? "call" : "action";
            yaml.Raw($"      - {{ {verb}: {YamlText.Quote(answers.Key.Name)}, replies: [{string.Join(", ", answers.Select(answer => Reply(answer.Reply)))}] }}");
        }
    }

    private static string Reply(StubReply reply)
    {
        if (reply.Decision?.Ticket is { } ticket)
        {
            return $"{{ result: {reply.Result}, ticket: {{ number: {YamlText.Quote(ticket.Number)} }} }}";
        }

        return reply.Output.Kind == ValueKind.Object
            ? $"{{ result: {YamlText.Quote(reply.Result)}, output: {reply.Output.ToJson()} }}"
            : YamlText.Quote(reply.Result);
    }

    private void WriteLine(ChatLine line)
    {
        switch (line)
        {
            case PersonSays says:
                yaml.Raw($"      - user: {User(says)}");
                break;
            case ClockMoves moves:
                yaml.Raw($"      - clock: +{Span(moves.By)}");
                break;
            case AgentSays { Text: { } said }:
                yaml.Raw($"      - agent: {YamlText.Quote(said)}");
                break;
            case AgentSays:
                yaml.Raw("      - agent: { leaves: true }");
                break;
            case TicketNews { Ticket: var ticket }:
                yaml.Raw($"      - ticket: {{ number: {YamlText.Quote(ticket.Number)}, state: {YamlText.Quote(ticket.State ?? "")} }}");
                break;
        }
    }

    private static string User(PersonSays says)
    {
        if (says is { IsPress: false, File: null })
        {
            return YamlText.Quote(says.Text);
        }

        var fields = new List<string>();
        if (says.Text.Length > 0)
        {
            fields.Add($"{(says.IsPress ? "press" : "says")}: {YamlText.Quote(says.Text)}");
        }

        if (says.File is { } file)
        {
            fields.Add($"file: {YamlText.Quote(file)}");
        }

        return $"{{ {string.Join(", ", fields)} }}";
    }

    private void WriteReplies(int from, int to)
    {
        foreach (var arrival in played.Arrivals.Take(to).Skip(from))
        {
            yaml.Raw($"      - bot: {KeyOf(arrival) ?? YamlText.Quote(arrival.Text)}");
        }
    }

    private string? KeyOf(Arrival arrival) => arrival.Texts
        .SelectMany(text => played.Words.Where(words => words.Value.Contains(text)).Select(words => words.Key))
        .FirstOrDefault(keys.Has);

    private void WriteExpectation(Expectation expect)
    {
        var fields = new List<string>();
        if (expect.Calls.Count > 0)
        {
            fields.Add($"calls: {{ {string.Join(", ", expect.Calls.Select(call => string.Create(CultureInfo.InvariantCulture, $"{YamlText.Quote(call.Key)}: {call.Value}")))} }}");
        }

        if (expect.Variables.Count > 0)
        {
            fields.Add($"variables: {{ {Fields(expect.Variables)} }}");
        }

        if (expect.Ended is { } ended)
        {
            fields.Add($"ended: {ended}");
        }

        if (fields.Count > 0)
        {
            yaml.Raw($"    expect: {{ {string.Join(", ", fields)} }}");
        }
    }

    private static string Fields(IEnumerable<KeyValuePair<string, Value>> values) =>
        string.Join(", ", values.Select(pair => $"{YamlText.Quote(pair.Key)}: {(pair.Value.IsUndefined ? "null" : pair.Value.ToJson())}"));

    // The largest unit that says it whole.
    private static string Span(TimeSpan by)
    {
        var milliseconds = (long)by.TotalMilliseconds;
        foreach (var (unit, length) in ((string, long)[])[("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000)])
        {
            if (milliseconds > 0 && milliseconds % length == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / length}{unit}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms");
    }
}
