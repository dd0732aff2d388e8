using System.Text;
using System.Text.Json;
using Spark.Channels;
using Spark.Messages;
using Spark.Offload;
using Spark.Webhooks;

namespace Spark.Testing.Conformance;

/// <summary>
/// What the host promises its operators of every offload provider. A test of a provider runs it and expects no violation:
/// <c>(await OffloadConformance.RunAsync(case, token)).ShouldBeEmpty()</c>.
/// </summary>
public static class OffloadConformance
{
    private const string Name = "Ada Lovelace-Byron";
    private const string Email = "ada@people.example";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Tries all rules.</summary>
    /// <param name="tried">The provider.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    /// <returns>The rules that it breaks; none for a provider that conforms.</returns>
    public static async Task<IReadOnlyList<Violation>> RunAsync(OffloadCase tried, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tried);
        var rules = new RuleBook(Patience);
        await rules.TryAsync("decides", () => DecidesAsync(tried, cancellationToken));
        await rules.TryAsync("discreet", () => IsDiscreetAsync(tried, cancellationToken));
        await rules.TryAsync("ends", () => EndsAsync(tried));
        if (tried is { Conversations: { } conversations, LoseNextAnswer: { } lose })
        {
            await rules.TryAsync("opens-once", () => OpensOnceAsync(tried, conversations, lose, cancellationToken));
        }

        if (tried is { Kind: OffloadKind.Link, FindsThePerson: false })
        {
            await rules.TryAsync("link", () => LinksAsync(tried, cancellationToken));
        }

        if (tried.Provider is IReceivesRequests receiver)
        {
            await rules.TryAsync("refuses-strangers", () => RefusesStrangersAsync(tried, receiver, cancellationToken));
        }

        if (tried.Kind == OffloadKind.Relay)
        {
            await RelayAsync(tried, rules, cancellationToken);
        }

        return rules.Violations;
    }

    private static async Task RelayAsync(OffloadCase tried, RuleBook rules, CancellationToken cancellationToken)
    {
        await rules.TryAsync("relays", () => Task.FromResult(
            tried.Provider is IRelayDesk ? null : "Its kind is relay, and it does not implement IRelayDesk: nobody would read what the person says."));
        if (tried.Provider is not IRelayDesk desk || (await tried.Provider.OpenAsync(Request(tried, "relay"), cancellationToken)).ExternalId is not { Length: > 0 } id)
        {
            return;
        }

        await rules.TryAsync("knows-its-own", async () =>
            await desk.GetStatusAsync(id, cancellationToken) == DeskStatus.Held ? null : "It does not say of a conversation that it has taken that it holds it.");
        await rules.TryAsync("knows-what-is-gone", async () =>
            await desk.GetStatusAsync("no-such-conversation", cancellationToken) == DeskStatus.Held ? "It holds a conversation that it was never given." : null);
        if (tried is { Messages: { } messages, LoseNextAnswer: { } lose })
        {
            await rules.TryAsync("says-once", () => SaysOnceAsync(desk, id, messages, lose, cancellationToken));
        }

        await rules.TryAsync("lost", async () =>
            (await desk.SendAsync(Message("no-such-conversation", "lost"), cancellationToken)).Status is DeliveryStatus.Delivered
                ? "It delivers a message to a conversation that is not there: the person would write to nobody." : null);
        if (tried.AgentSpeaks is { } speaks)
        {
            await rules.TryAsync("hears-agents", () => HearsAsync(desk, id, speaks, cancellationToken));
        }
    }

    private static async Task<string?> DecidesAsync(OffloadCase tried, CancellationToken cancellationToken)
    {
        var decision = await tried.Provider.OpenAsync(Request(tried, "decides"), cancellationToken);
        return (tried.Kind, decision) switch
        {
            (_, null) => "It decides nothing.",
            (OffloadKind.Relay, { Result: OffloadResult.Accepted, ExternalId: null or "" }) => "It accepts without the desk's id of the conversation: its events could not find back.",
            (OffloadKind.Owner, { Result: OffloadResult.Accepted, Completion: null }) => "It accepts without saying how the channel gives the conversation away.",
            (OffloadKind.Link, { Result: OffloadResult.Sent, Link: null }) when !tried.FindsThePerson => "It has sent a link, and there is none.",
            (OffloadKind.Ticket, { Result: OffloadResult.Created or OffloadResult.Exists, Ticket: null or { Number: "" } }) => "It has opened a ticket, and tells no number.",
            (_, { Result: var result }) when !IsOf(tried.Kind, result) => $"A provider of kind {tried.Kind} does not answer {result}.",
            _ => null,
        };
    }

    private static bool IsOf(OffloadKind kind, OffloadResult result) => result switch
    {
        OffloadResult.Closed or OffloadResult.Disabled or OffloadResult.Failed or OffloadResult.Unsupported => true,
        OffloadResult.Accepted => kind is OffloadKind.Relay or OffloadKind.Owner,
        OffloadResult.Sent => kind == OffloadKind.Link,
        _ => kind == OffloadKind.Ticket,
    };

    private static async Task<string?> IsDiscreetAsync(OffloadCase tried, CancellationToken cancellationToken)
    {
        var strange = Request(tried, "discreet") with { Channel = "no-such-channel", ChannelInstance = "nowhere" };
        var reason = (await tried.Provider.OpenAsync(strange, cancellationToken)).Reason ?? "";
        return reason.Contains(Name, StringComparison.Ordinal) || reason.Contains(Email, StringComparison.Ordinal) || reason.Contains("my secret", StringComparison.Ordinal)
            ? "Its reason tells who the person is, or what was said: reasons are logged." : null;
    }

    private static async Task<string?> EndsAsync(OffloadCase tried)
    {
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        try
        {
            await tried.Provider.OpenAsync(Request(tried, "ends"), ended.Token);
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }

        return null;
    }

    private static async Task<string?> OpensOnceAsync(OffloadCase tried, Func<int> conversations, Action lose, CancellationToken cancellationToken)
    {
        var request = Request(tried, "opens-once");
        var before = conversations();
        lose();
        var first = await tried.Provider.OpenAsync(request, cancellationToken);
        var second = await tried.Provider.OpenAsync(request with { MayHaveArrived = true }, cancellationToken);
        var made = conversations() - before;
        return made != 1
            ? $"An answer that got lost and the attempt after it have made {made} conversations: what may have arrived must be looked for."
            : first.ExternalId is { } known && known != second.ExternalId ? "The second attempt names another conversation than the first." : null;
    }

    private static async Task<string?> SaysOnceAsync(IRelayDesk desk, string id, Func<int> messages, Action lose, CancellationToken cancellationToken)
    {
        var before = messages();
        lose();
        var first = await desk.SendAsync(Message(id, "once"), cancellationToken);
        if (first.Status is not (DeliveryStatus.Unknown or DeliveryStatus.Delivered))
        {
            return $"An answer that got lost is {first.Status}: whether the message has arrived cannot be told.";
        }

        await desk.SendAsync(Message(id, "once") with { MayHaveArrived = true, Attempt = 2 }, cancellationToken);
        var made = messages() - before;
        return made == 1 ? null : $"One message is there {made} times after its answer got lost.";
    }

    private static async Task<string?> HearsAsync(IRelayDesk desk, string id, Func<string, WebhookRequest> speaks, CancellationToken cancellationToken)
    {
        var request = speaks(id);
        var first = await desk.ReceiveAsync(request, cancellationToken);
        var again = await desk.ReceiveAsync(request, cancellationToken);
        return first.Events is not [AgentMessage said] || said.ExternalId != id ? "It does not hear what an agent says in its conversation."
            : said.Keys.Count == 0 || said.Keys.Any(string.IsNullOrEmpty) ? "Its events have no keys: a delivery that comes again would be said again."
            : again.Events is [{ } repeated] && repeated.Keys.SequenceEqual(said.Keys, StringComparer.Ordinal) ? null
            : "The same request gives other keys the second time.";
    }

    private static async Task<string?> LinksAsync(OffloadCase tried, CancellationToken cancellationToken)
    {
        var request = Request(tried, "link");
        var link = (await tried.Provider.OpenAsync(request, cancellationToken)).Link;
        var group = await tried.Provider.OpenAsync(request with { ChannelDetails = Json("""{"conversationType":"groupChat"}""") }, cancellationToken);
        return link is null || !link.IsAbsoluteUri ? "Its link is no absolute address."
            : !link.OriginalString.Contains(request.LinkToken, StringComparison.Ordinal) ? "Its link does not bear the token that it was given."
            : group.Result == OffloadResult.Sent ? "It sends a link that lets somebody in where a group reads it." : null;
    }

    private static async Task<string?> RefusesStrangersAsync(OffloadCase tried, IReceivesRequests receiver, CancellationToken cancellationToken)
    {
        WebhookRequest[] strangers =
        [
            Stranger("POST", "", "{}"),
            Stranger("POST", "", "not json \u0000"),
            Stranger("DELETE", "nowhere", ""),
            .. tried.AgentSpeaks is { } speaks ? [speaks("c") with { Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) }] : Array.Empty<WebhookRequest>(),
        ];
        foreach (var stranger in strangers)
        {
            var receipt = await receiver.ReceiveAsync(stranger, cancellationToken);
            if (receipt.Events.Count > 0 || receipt.Answer.Status is < 400 or >= 500)
            {
                return $"It answers {receipt.Answer.Status}, with {receipt.Events.Count} events, to somebody who is not its desk.";
            }
        }

        return null;
    }

    private static WebhookRequest Stranger(string method, string path, string body) =>
        new() { Method = method, Path = path, Body = Encoding.UTF8.GetBytes(body), ReceivedAt = DateTimeOffset.UnixEpoch };

    private static DeskMessage Message(string id, string effect) => new()
    {
        ExternalId = id, EffectId = $"conformance-{effect}", Kind = DeskMessageKind.Said, Parts = [new TextPart("hello")], Language = "en", At = DateTimeOffset.UnixEpoch,
    };

    private static OffloadRequest Request(OffloadCase tried, string effect) => new()
    {
        EffectId = $"conformance-{effect}",
        ConversationId = "c-1",
        ChannelInstance = tried.Channel,
        Channel = tried.Channel,
        Person = new Person { Id = "p-1", Name = Name, Email = Email },
        Language = "en",
        Fields = Json("{}"),
        Variables = Json("""{"problem":"my secret"}"""),
        Transcript = [new TranscriptLine { At = DateTimeOffset.UnixEpoch, FromPerson = true, Text = "my secret" }],
        LinkToken = "AAAAAAAAAAAAAAAAAAAAAA",
    };

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
