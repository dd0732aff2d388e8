using Spark.Channels;
using Spark.Offload;
using Spark.Testing.Conformance;
using Spark.Webhooks;

namespace Spark.Conformance.Tests;

/// <summary>A provider that breaks a rule is caught by that rule.</summary>
public sealed class BadProvidersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Rules =>
        ["decides", "discreet", "ends", "opens-once", "link", "refuses-strangers", "relays", "knows-its-own", "knows-what-is-gone", "says-once", "lost", "hears-agents"];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_provider_that_breaks_a_rule_is_caught(string rule)
    {
        var bad = new BadDesk(rule);
        var violations = await OffloadConformance.RunAsync(CaseOf(bad, rule), Token);
        violations.Select(violation => violation.Rule).ShouldBe([rule], string.Join('\n', violations));
    }

    [Theory]
    [InlineData(OffloadKind.Relay)]
    [InlineData(OffloadKind.Link)]
    public async Task Without_a_fault_the_same_provider_conforms(OffloadKind kind) =>
        (await OffloadConformance.RunAsync(CaseOf(new BadDesk(""), kind == OffloadKind.Link ? "link" : ""), Token)).ShouldBeEmpty();

    private static OffloadCase CaseOf(BadDesk desk, string rule) => new()
    {
        Kind = rule == "link" ? OffloadKind.Link : OffloadKind.Relay,
        Provider = rule switch
        {
            "link" => new BadLink(desk.Fault),
            "relays" => new NoRelay(desk),
            _ => desk,
        },
        Conversations = rule == "link" ? null : () => desk.Conversations,
        Messages = () => desk.Messages,
        LoseNextAnswer = () => desk.LosesNext = true,
        AgentSpeaks = id => new()
        {
            Method = "POST",
            Path = id,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Signed"] = "yes" },
        },
    };

    /// <summary>A desk in memory that keeps all rules but one.</summary>
    private sealed class BadDesk(string fault) : IOffloadProvider, IRelayDesk
    {
        private readonly List<string> opened = [];
        private readonly List<string> said = [];

        public string Fault => fault;

        public bool LosesNext { get; set; }

        public int Conversations => opened.Count;

        public int Messages => said.Count;

        public async ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken)
        {
            if (fault == "ends" && cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMinutes(1), CancellationToken.None);
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (request.Channel == "no-such-channel")
            {
                return OffloadDecision.Of(OffloadResult.Unsupported, fault == "discreet" ? $"{request.Person!.Name} came by another channel." : "Another channel.");
            }

            if (!request.MayHaveArrived || fault == "opens-once" || !opened.Contains(request.EffectId))
            {
                opened.Add(request.EffectId);
            }

            LosesNext = false;
            return new() { Result = fault == "decides" && request.EffectId.EndsWith("decides", StringComparison.Ordinal) ? OffloadResult.Created : OffloadResult.Accepted, ExternalId = "d" };
        }

        public ValueTask<Delivery> SendAsync(DeskMessage message, CancellationToken cancellationToken)
        {
            if (message.ExternalId != "d" && fault != "lost")
            {
                return new(Delivery.Lost("There is no such conversation."));
            }

            if (!message.MayHaveArrived || fault == "says-once" || !said.Contains(message.EffectId))
            {
                said.Add(message.EffectId);
            }

            var isLost = LosesNext;
            LosesNext = false;
            return new(isLost ? Delivery.Unknown("The answer got lost.") : Delivery.Delivered);
        }

        public ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) => new(
            request.Header("X-Signed") is null && fault != "refuses-strangers"
                ? DeskReceipt.Only(WebhookResponse.Empty(401))
                : DeskReceipt.Accept(WebhookResponse.Empty(204), new AgentMessage
                {
                    ExternalId = request.Path, Keys = [fault == "hears-agents" ? Guid.NewGuid().ToString() : "k"], Parts = [],
                }));

        public ValueTask<DeskStatus> GetStatusAsync(string externalId, CancellationToken cancellationToken) => new((externalId == "d", fault) switch
        {
            (true, "knows-its-own") => DeskStatus.Gone,
            (false, "knows-what-is-gone") => DeskStatus.Held,
            (true, _) => DeskStatus.Held,
            _ => DeskStatus.Gone,
        });
    }

    private sealed class NoRelay(BadDesk desk) : IOffloadProvider
    {
        public ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken) => desk.OpenAsync(request, cancellationToken);
    }

    private sealed class BadLink(string fault) : IOffloadProvider
    {
        public ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken) => new(
            request.ChannelDetails is not null && fault != "link"
                ? OffloadDecision.Of(OffloadResult.Unsupported, "A group.")
                : new() { Result = OffloadResult.Sent, Link = new Uri($"https://spark.example/{request.LinkToken}") });
    }
}
