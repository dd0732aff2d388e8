using System.Text;
using System.Text.Json;
using Spark.Channels;
using Spark.Messages;

namespace Spark.Testing.Conformance;

/// <summary>
/// What the host promises its operators of every channel. A test of a channel runs it and expects no violation:
/// <c>(await ChannelConformance.RunAsync(case, token)).ShouldBeEmpty()</c>.
/// </summary>
public static class ChannelConformance
{
    private const int LongestText = 4_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Tries all rules.</summary>
    /// <param name="tried">The channel.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    /// <returns>The rules that it breaks; none for a channel that conforms.</returns>
    public static async Task<IReadOnlyList<Violation>> RunAsync(ChannelCase tried, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tried);
        var rules = new RuleBook(Patience);
        var channel = tried.Channel;
        await rules.TryAsync("capabilities", () => Task.FromResult(Capabilities(channel)));
        await rules.TryAsync("refuses-strangers", () => RefusesStrangersAsync(channel, cancellationToken));
        await rules.TryAsync("hears", () => HearsAsync(tried, cancellationToken));
        switch (channel.Capabilities.ReplyPath)
        {
            case ReplyPath.Call:
                await rules.TryAsync("shows-all", () => ShowsAllAsync(tried, cancellationToken));
                await rules.TryAsync("ends", () => EndsAsync(tried));
                break;
            case ReplyPath.Answer when channel is IAnswersInResponse:
                await rules.TryAsync("same-answer", () => Task.FromResult(AnswersTheSame(tried)));
                break;
        }

        return rules.Violations;
    }

    /// <summary>A message of every part that there is.</summary>
    public static IReadOnlyList<MessagePart> AllParts { get; } =
    [
        new TextPart("Text with ünï¢ode 👋"),
        new TypingPart(TimeSpan.FromMilliseconds(1)),
        new ChoicesPart([new Choice { Label = "Yes", Token = "t/1" }, new Choice { Label = "Site", Link = new Uri("https://example.com/") }]),
        new CardPart(JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[]}"""), "A card"),
        new FilePart("a.png", "image/png", new Uri("https://files.example/a.png")),
        new EventPart("named", JsonElement.Parse("{}")),
        new ItemsPart([new Item { Title = "One", Subtitle = "first", Choices = [new Choice { Label = "Take", Token = "t/2" }] }], ItemsLayout.List),
        new LocationPart(50.8, 4.3) { Name = "Brussels" },
        new HiddenPart("sealed"),
        new TextPart(new string('x', LongestText)),
    ];

    private static string? Capabilities(IChannel channel) => channel.Capabilities switch
    {
        null => "It does not say what it can do.",
        { MaxRequestBytes: <= 0 } or { AnswerWithin.Ticks: <= 0 } => "Its largest request and its time to answer must be above zero.",
        { ReplyPath: ReplyPath.Answer } when channel is not IAnswersInResponse => "It answers in responses, and does not implement IAnswersInResponse.",
        { } first => ReferenceEquals(first, channel.Capabilities) || first == channel.Capabilities ? null : "What it can do changes while it lives.",
    };

    private static async Task<string?> RefusesStrangersAsync(IChannel channel, CancellationToken cancellationToken)
    {
        foreach (var body in (string[])["", "{}", "not json \u0000", "[]", """{"type":"message"}"""])
        {
            var receipt = await channel.ReceiveAsync(
                new() { Method = "POST", Path = "", Body = Encoding.UTF8.GetBytes(body), ReceivedAt = DateTimeOffset.UnixEpoch }, cancellationToken);
            if (receipt.Events.Count > 0 || receipt.Answer.Status is < 400 or >= 500)
            {
                return $"It answers {receipt.Answer.Status}, with {receipt.Events.Count} events, to somebody whom it cannot know: '{body}'.";
            }
        }

        return null;
    }

    private static async Task<string?> HearsAsync(ChannelCase tried, CancellationToken cancellationToken)
    {
        var first = await tried.Channel.ReceiveAsync(tried.PersonSpeaks, cancellationToken);
        var again = await tried.Channel.ReceiveAsync(tried.PersonSpeaks, cancellationToken);
        return first.Answer.Status is < 200 or >= 300 ? $"It answers {first.Answer.Status} to a true request."
            : first.Events.Count == 0 ? "It hears nothing in a true request."
            : first.Events.Any(happened => string.IsNullOrEmpty(happened.ConversationId)) ? "An event names no conversation."
            : first.Events.Any(happened => happened.Keys.Count == 0 || happened.Keys.Any(string.IsNullOrEmpty)) ? "An event has no key: what is delivered again would be heard again."
            : first.Events.SelectMany(happened => happened.Keys).SequenceEqual(again.Events.SelectMany(happened => happened.Keys), StringComparer.Ordinal) ? null
            : "The same request gives other keys the second time.";
    }

    private static async Task<string?> ShowsAllAsync(ChannelCase tried, CancellationToken cancellationToken)
    {
        foreach (var parts in AllParts.Select(part => (IReadOnlyList<MessagePart>)[part]).Append(AllParts).Append([]))
        {
            var delivery = await tried.Channel.SendAsync(Message(tried, parts), cancellationToken);
            if (delivery.Status != DeliveryStatus.Delivered)
            {
                var what = parts.Count == 1 ? parts[0].GetType().Name : $"a message of {parts.Count} parts";
                return $"It does not show {what}: {delivery.Status}, {delivery.Reason} What it cannot show it degrades, and never drops.";
            }
        }

        return null;
    }

    private static async Task<string?> EndsAsync(ChannelCase tried)
    {
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        try
        {
            var delivery = await tried.Channel.SendAsync(Message(tried, [new TextPart("hello")]), ended.Token);
            return delivery.Status == DeliveryStatus.Refused ? "A send that was ended counts as refused for good." : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static string? AnswersTheSame(ChannelCase tried)
    {
        var renderer = (IAnswersInResponse)tried.Channel;
        OutboundMessage[] messages = [Message(tried, AllParts)];
        var first = renderer.Render(tried.PersonSpeaks, messages);
        return first.Body.Span.SequenceEqual(renderer.Render(tried.PersonSpeaks, messages).Body.Span) && first.Status is >= 200 and < 300
            ? null : "The same messages give another answer the second time, or no good one.";
    }

    private static OutboundMessage Message(ChannelCase tried, IReadOnlyList<MessagePart> parts) => new()
    {
        ConversationId = "c-1", EffectId = "conformance-1", Parts = parts, Language = "en", ChannelDetails = tried.ChannelDetails,
    };
}
