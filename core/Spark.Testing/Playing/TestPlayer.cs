using System.Globalization;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Testing.Hosts;
using Spark.Testing.Outside;
using Spark.Testing.Suites;

namespace Spark.Testing.Playing;

/// <summary>Plays the lines of one test, and compares what the bot says.</summary>
/// <param name="test">The test.</param>
/// <param name="host">The host with its conversation.</param>
/// <param name="outside">What lies outside it.</param>
/// <param name="words">The words that were found for the bot's text keys; null where nobody looks on, and then any message will do.</param>
/// <param name="doubles">True when every event is delivered twice.</param>
internal sealed class TestPlayer(
    BotTest test, ITestHost host, FarSide outside, IReadOnlyDictionary<string, HashSet<string>>? words, bool doubles)
{
    private static readonly TimeSpan Repetition = TimeSpan.FromMinutes(1);

    private readonly List<PlayedLine> lines = [];
    private readonly List<string> problems = [];
    private int heard;
    private int events;

    /// <summary>How the conversation went.</summary>
    public IReadOnlyList<PlayedLine> Lines => lines;

    /// <summary>What does not hold beside it.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Is told the index of each line before it is played; null for nobody.</summary>
    public Action<int>? Begins { get; init; }

    /// <summary>Plays the test from its beginning to its end.</summary>
    public async Task<ConversationState?> PlayAsync(CancellationToken cancellationToken)
    {
        if (test.Start is not null || test.BotSpeaksFirst)
        {
            await DeliverAsync(Named(new ConversationStarted { ConversationId = "", Keys = [], BotSpeaksFirst = test.BotSpeaksFirst && test.Start?.Dialog is null }), cancellationToken);
            await host.SettleAsync(cancellationToken);
        }

        for (var index = 0; index < test.Chat.Count; index++)
        {
            Begins?.Invoke(index);
            var diesNext = index + 1 < test.Chat.Count && test.Chat[index + 1] is HostRestarts;
            await PlayAsync(test.Chat[index], diesNext, cancellationToken);
        }

        Overhear();
        var state = await host.ReadAsync(cancellationToken);
        problems.AddRange(outside.Missing);
        problems.AddRange(ExpectationCheck.Check(test.Expect, state, outside));
        return state;
    }

    private async Task PlayAsync(ChatLine line, bool diesNext, CancellationToken cancellationToken)
    {
        if (line is not (BotSays or HostRestarts))
        {
            Overhear();
        }

        switch (line)
        {
            case PersonSays says:
                await SayAsync(says, diesNext, cancellationToken);
                break;
            case BotSays says:
                Hear(says);
                break;
            case AgentSays { Text: { } text }:
                lines.Add(PlayedLine.Good("agent", text));
                break;
            case AgentSays:
                lines.Add(PlayedLine.Good("agent", "(leaves)"));
                await DeliverAsync(Named(new ConversationDelegated { ConversationId = "", Keys = [] }), cancellationToken);
                await SettleAsync(diesNext, cancellationToken);
                break;
            case HandedOver handed:
                await HandOverAsync(handed, diesNext, cancellationToken);
                break;
            case TicketNews news:
                lines.Add(PlayedLine.Good("ticket", news.Ticket.State is { } stands ? $"{news.Ticket.Number} {stands}" : news.Ticket.Number));
                await DeliverAsync(NextId(), new TicketChanged { At = VirtualClock.Beginning, Seed = 0, Ticket = news.Ticket }, cancellationToken);
                await SettleAsync(diesNext, cancellationToken);
                break;
            case ClockMoves clock:
                lines.Add(PlayedLine.Good("clock", string.Create(CultureInfo.InvariantCulture, $"+{clock.By}")));
                await host.AdvanceAsync(clock.By, cancellationToken);
                break;
            case HostRestarts:
                lines.Add(PlayedLine.Good("restart", "host"));
                await host.RestartAsync(cancellationToken);
                await host.SettleAsync(cancellationToken);
                break;
        }
    }

    private async Task SayAsync(PersonSays says, bool diesNext, CancellationToken cancellationToken)
    {
        var button = says.IsPress ? FindButton(says.Text) : null;
        if (says.IsPress && button is null)
        {
            problems.Add($"{says.At}: the bot has shown no button '{says.Text}'.");
        }

        List<MessagePart> parts = says.Text.Length == 0 ? [] : [new TextPart(button?.Label ?? says.Text)];
        if (says.File is { } file)
        {
            parts.Add(TestFile.Named(file));
        }

        lines.Add(PlayedLine.Good("user", says.File is null ? button?.Label ?? says.Text : $"{says.Text} ({says.File})".Trim()));
        var message = (MessageReceived)Named(new MessageReceived
        {
            ConversationId = "", Keys = [], MessageId = "", Parts = parts, ChoiceToken = button?.Token,
        });
        await DeliverAsync(message, says.Delivered, diesNext, cancellationToken);
    }

    private async Task HandOverAsync(HandedOver handed, bool diesNext, CancellationToken cancellationToken)
    {
        var said = string.Join(' ', handed.Forwarded.Parts.Select(part => part is TextPart text ? text.Text : ((FilePart)part).Name));
        lines.Add(PlayedLine.Good("handoff", $"{handed.Forwarded.Source}: {said}"));
        await DeliverAsync(Named(handed.Forwarded with { ChannelInstance = test.Channel }), handed.Delivered, diesNext, cancellationToken);
    }

    private Choice? FindButton(string name) => outside.Arrivals
        .Reverse()
        .SelectMany(arrival => arrival.Choices)
        .FirstOrDefault(choice => choice.Link is null
            && (string.Equals(choice.Label, name, StringComparison.OrdinalIgnoreCase) || choice.Token?.EndsWith($"/{name}", StringComparison.Ordinal) == true));

    private InboundEvent Named(InboundEvent inbound)
    {
        var id = NextId();
        var named = inbound with { ConversationId = TestConversation.ExternalId, Keys = [id], Person = test.Person };
        return named is MessageReceived message ? message with { MessageId = id } : named;
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"event-{++events}");

    private async Task DeliverAsync(InboundEvent inbound, Delivered way, bool diesNext, CancellationToken cancellationToken)
    {
        if (way == Delivered.Late)
        {
            await host.AdvanceAsync(Repetition, cancellationToken);
        }

        await DeliverAsync(inbound, cancellationToken);
        if (way == Delivered.Twice)
        {
            await DeliverAsync(inbound, cancellationToken);
        }

        await SettleAsync(diesNext, cancellationToken);
    }

    private Task DeliverAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        var received = new InboundReceived
        {
            At = VirtualClock.Beginning, Seed = 0, Channel = test.Channel, ChannelInstance = test.Channel, Inbound = inbound,
        };
        return DeliverAsync(inbound.Keys[0], received, cancellationToken);
    }

    private async Task DeliverAsync(string key, ConversationEvent happened, CancellationToken cancellationToken)
    {
        await host.DeliverAsync(key, happened, cancellationToken);
        if (doubles)
        {
            await host.DeliverAsync(key, happened, cancellationToken);
        }
    }

    // A host that dies next dies with everything undone that the line has led to.
    private Task SettleAsync(bool diesNext, CancellationToken cancellationToken) =>
        diesNext ? Task.CompletedTask : host.SettleAsync(cancellationToken);

    private void Hear(BotSays expected)
    {
        var arrivals = outside.Arrivals;
        if (heard >= arrivals.Count)
        {
            lines.Add(new(PlayedLine.Bot, null, Describe(expected), IsGood: false));
            return;
        }

        var arrival = arrivals[heard++];
        var isGood = Fits(expected, arrival);
        lines.Add(new(PlayedLine.Bot, arrival.ToString(), isGood ? null : Describe(expected), isGood));
    }

    // What the bot has said and the test does not know of.
    private void Overhear()
    {
        foreach (var arrival in outside.Arrivals.Skip(heard))
        {
            lines.Add(new(PlayedLine.Bot, arrival.ToString(), null, IsGood: false));
            heard++;
        }
    }

    private bool Fits(BotSays expected, Arrival arrival)
    {
        if (words is null)
        {
            return true;
        }

        return expected.IsKey
            ? words.TryGetValue(expected.Expected, out var known) && arrival.Texts.Any(known.Contains)
            : string.Equals(arrival.Text.Trim(), expected.Expected.Trim(), StringComparison.Ordinal);
    }

    private string Describe(BotSays expected) => expected.IsKey && words?.GetValueOrDefault(expected.Expected)?.FirstOrDefault() is { } text
        ? $"{expected.Expected} ({text.ReplaceLineEndings("⏎")})"
        : expected.Expected.ReplaceLineEndings("⏎");
}
