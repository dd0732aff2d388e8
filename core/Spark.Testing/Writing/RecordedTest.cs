using System.Globalization;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Messages;
using Spark.Runtime.Bots;
using Spark.Runtime.Recording;
using Spark.Testing.Outside;
using Spark.Testing.Replaying;
using Spark.Testing.Suites;

namespace Spark.Testing.Writing;

/// <summary>
/// Makes a test of a recorded conversation: what the person said, what the bot answered by its text keys, and what stood behind its
/// connections. The person's address and id are left out, and what was said in confidence.
/// </summary>
internal sealed class RecordedTest
{
    /// <summary>A silence that is worth a line.</summary>
    private static readonly TimeSpan LongSilence = TimeSpan.FromMinutes(30);

    private readonly ConversationRecord record;
    private readonly ReplayTrace trace = new();
    private readonly ReplayedConversation replayed;
    private readonly YamlText yaml = new();
    private readonly List<string> given = [];

    private RecordedTest(ConversationRecord record, IBotCompiler compiler, ReplaySeals seals)
    {
        this.record = record;
        replayed = RecordReplay.Run(record, new RecordedBots(record, compiler), seals, trace);
    }

    /// <summary>Writes the test.</summary>
    /// <param name="record">The conversation; whole.</param>
    /// <param name="compiler">Compiles its versions.</param>
    /// <param name="seals">Opens what was said in confidence; none of it is written.</param>
    /// <param name="suite">The suite's id.</param>
    public static string Write(ConversationRecord record, IBotCompiler compiler, ReplaySeals seals, string suite) =>
        new RecordedTest(record, compiler, seals).Write(suite);

    /// <summary>A suite's id by the name of its file.</summary>
    public static string SuiteOf(string file)
    {
        var name = Path.GetFileName(file).Split('.')[0].ToLowerInvariant();
        var id = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        return id.Length > 0 && char.IsAsciiLetter(id[0]) ? id : $"recorded-{id}".TrimEnd('-');
    }

    private string Write(string suite)
    {
        var first = record.Turns.Select(turn => turn.Event).OfType<InboundReceived>().FirstOrDefault();
        yaml.Line(0, "suite", suite);
        yaml.Line(0, "channel", first?.Channel ?? TestSettings.Default.Channel);
        if (record.Turns.Select(turn => turn.Event).OfType<InboundReceived>().Select(received => received.Inbound.Person).FirstOrDefault(person => person is not null) is { } person)
        {
            WritePerson(person, first?.Remembered ?? []);
        }

        yaml.Raw("tests:");
        yaml.Raw($"  - test: {YamlText.Quote($"recorded from {record.Turns[0].Event.At:yyyy-MM-dd HH:mm}, version {record.Episodes.Select(episode => episode.Version).LastOrDefault() ?? "unknown"}")}");
        CollectStubs();
        if (given.Count > 0)
        {
            yaml.Raw("    given:");
            given.ForEach(stub => yaml.Raw($"      - {stub}"));
        }

        yaml.Raw("    chat:");
        WriteChat();
        if (record.State.Episode is { } episode)
        {
            var ended = episode.Ended is null ? "open" : episode.Reason == "failed" ? "failed" : episode.Outcome?.ToString().ToLowerInvariant() ?? "abandoned";
            yaml.Raw($"    expect: {{ ended: {ended} }}");
        }

        return yaml.ToString();
    }

    private void WritePerson(Person person, IReadOnlyList<PersonVariable> known)
    {
        var fields = new List<string>();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                fields.Add($"{name}: {YamlText.Quote(value)}");
            }
        }

        Add("name", person.Name);
        Add("language", person.Language);
        Add("timeZone", person.TimeZone);
        if (person.Verified)
        {
            fields.Add("verified: true");
        }

        var remembered = known.Where(variable => !variable.Value.IsUndefined && !ReplaySeals.IsSealed(variable.Value)).Select(variable => $"{variable.Name}: {variable.Value.ToJson()}").ToList();
        if (remembered.Count > 0)
        {
            fields.Add($"known: {{ {string.Join(", ", remembered)} }}");
        }

        if (fields.Count > 0)
        {
            yaml.Raw($"user: {{ {string.Join(", ", fields)} }}");
        }
    }

    // What was answered, in the order of the calls, under the name by which the bot knows it.
    private void CollectStubs()
    {
        var effects = replayed.Turns
            .SelectMany(turn => turn.Effects.Select((effect, index) => (Ref: new EffectRef(turn.Sequence, index), Effect: effect)))
            .ToDictionary(pair => pair.Ref, pair => pair.Effect);
        var ended = replayed.Turns.Select(turn => turn.Event).OfType<EffectEnded>().ToList();
        var actions = ended.OfType<ActionEnded>()
            .Where(end => effects.GetValueOrDefault(end.Effect) is InvokeAction)
            .GroupBy(end => NameOf((InvokeAction)effects[end.Effect]));
        foreach (var calls in actions)
        {
            var remark = calls.Any(end => ReplaySeals.IsSealed(end.Output)) ? "  # what was given back in confidence is left out: write an output that fits" : "";
            given.Add($"{{ {(calls.Key.IsConnection ? "call" : "action")}: {calls.Key.Name}, replies: [{string.Join(", ", calls.Select(Reply))}] }}{remark}");
        }

        var offloads = ended.OfType<OffloadDecided>()
            .Where(end => effects.GetValueOrDefault(end.Effect) is OpenOffload)
            .GroupBy(end => ((OpenOffload)effects[end.Effect]).Connection, StringComparer.Ordinal);
        foreach (var asked in offloads)
        {
            given.Add($"{{ offload: {asked.Key}, replies: [{string.Join(", ", asked.Select(Reply))}] }}");
        }
    }

    private static (string Name, bool IsConnection) NameOf(InvokeAction action) =>
        action.Input[action.Action] is { Kind: ValueKind.String } connection && action.Action == "call"
            ? (connection.AsString(), true)
            : (action.Action, false);

    private static string Reply(ActionEnded end) => end.Output.Kind == ValueKind.Object && !ReplaySeals.IsSealed(end.Output)
        ? $"{{ result: {YamlText.Quote(end.Result)}, output: {end.Output.ToJson()} }}"
        : YamlText.Quote(end.Result);

    private static string Reply(OffloadDecided end)
    {
        var result = end.Decision.Result.ToString().ToLowerInvariant();
        if (end.Decision.Ticket is not { } ticket)
        {
            return result;
        }

        var url = ticket.Url is { } address ? $", url: {YamlText.Quote(address.ToString())}" : "";
        var state = ticket.State is { } text ? $", state: {YamlText.Quote(text)}" : "";
        return $"{{ result: {result}, ticket: {{ number: {YamlText.Quote(ticket.Number)}{url}{state} }} }}";
    }

    private void WriteChat()
    {
        DateTimeOffset? last = null;
        foreach (var turn in replayed.Turns)
        {
            var isInbound = turn.Event is InboundReceived;
            if (last is { } before && (turn.Event is TimerDue || (isInbound && turn.Event.At - before > LongSilence)))
            {
                yaml.Raw(string.Create(CultureInfo.InvariantCulture, $"      - clock: +{(long)(turn.Event.At - before).TotalMilliseconds}ms"));
                last = turn.Event.At;
            }
            else if (isInbound || last is null)
            {
                last = turn.Event.At;
            }

            if (turn.Event is InboundReceived { Inbound: { } inbound })
            {
                WriteInbound(inbound);
            }

            foreach (var message in turn.Effects.OfType<SendMessage>())
            {
                WriteReply(message);
            }
        }
    }

    private void WriteInbound(InboundEvent inbound)
    {
        switch (inbound)
        {
            case ConversationDelegated:
                yaml.Raw("      - agent: { leaves: true }");
                break;
            case ConversationForwarded forwarded:
                yaml.Raw($"      - handoff: {{ {string.Join(", ", HandoffLine.Of(forwarded))} }}");
                break;
            case MessageReceived { Parts: [HiddenPart] }:
                yaml.Raw($"      - user: {YamlText.Quote(HiddenPart.Dots)}  # said in confidence, and left out: write an answer that fits");
                break;
            case MessageReceived message:
                var text = string.Join('\n', message.Parts.OfType<TextPart>().Select(part => part.Text));
                if (message.Parts.OfType<FilePart>().FirstOrDefault() is { } file)
                {
                    yaml.Raw($"      - user: {{ says: {YamlText.Quote(text.Length == 0 ? file.Name : text)}, file: {YamlText.Quote(file.Name)} }}");
                }
                else if (text.Length > 0)
                {
                    yaml.Raw(message.ChoiceToken is null ? $"      - user: {YamlText.Quote(text)}" : $"      - user: {{ press: {YamlText.Quote(text)} }}");
                }

                break;
        }
    }

    private void WriteReply(SendMessage message)
    {
        if (Arrival.Of(message.Parts) is { } arrival)
        {
            var key = arrival.Texts.Select(trace.KeyOf).OfType<string>().FirstOrDefault();
            yaml.Raw($"      - bot: {key ?? YamlText.Quote(arrival.Text)}");
        }
    }
}
