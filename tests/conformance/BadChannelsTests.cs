using Spark.Channels;
using Spark.Messages;
using Spark.Testing.Conformance;
using Spark.Webhooks;

namespace Spark.Conformance.Tests;

/// <summary>A channel that breaks a rule is caught by that rule, and by no other.</summary>
public sealed class BadChannelsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("capabilities", Fault.TakesNoRequest)]
    [InlineData("capabilities", Fault.HasNoTime)]
    [InlineData("capabilities", Fault.ChangesItsMind)]
    [InlineData("capabilities", Fault.AnswersInNoResponse)]
    [InlineData("refuses-strangers", Fault.HearsStrangers)]
    [InlineData("refuses-strangers", Fault.FailsForStrangers)]
    [InlineData("refuses-strangers", Fault.ThrowsAtStrangers)]
    [InlineData("hears", Fault.RefusesPeople)]
    [InlineData("hears", Fault.IsDeaf)]
    [InlineData("hears", Fault.ForgetsTheConversation)]
    [InlineData("hears", Fault.HasNoKeys)]
    [InlineData("hears", Fault.MakesKeysUp)]
    [InlineData("shows-all", Fault.RefusesCards)]
    [InlineData("shows-all", Fault.DropsLongTexts)]
    [InlineData("shows-all", Fault.ThrowsAtNothing)]
    [InlineData("ends", Fault.RefusesForGoodWhenItEnds)]
    internal async Task A_channel_that_breaks_a_rule_is_caught(string rule, Fault fault)
    {
        var violations = await ChannelConformance.RunAsync(CaseOf(new BadChannel(fault)), Token);
        violations.Select(violation => violation.Rule).ShouldBe([rule], string.Join('\n', violations));
    }

    [Theory]
    [InlineData(Fault.AnswersAnew)]
    [InlineData(Fault.AnswersBadly)]
    internal async Task A_channel_that_answers_in_responses_is_caught_too(Fault fault)
    {
        var violations = await ChannelConformance.RunAsync(CaseOf(new BadAnswers(fault)), Token);
        violations.Select(violation => violation.Rule).ShouldBe(["same-answer"], string.Join('\n', violations));
    }

    [Fact]
    public async Task Without_a_fault_the_same_channels_conform()
    {
        (await ChannelConformance.RunAsync(CaseOf(new BadChannel(Fault.None)), Token)).ShouldBeEmpty();
        (await ChannelConformance.RunAsync(CaseOf(new BadAnswers(Fault.None)), Token)).ShouldBeEmpty();
    }

    private static ChannelCase CaseOf(IChannel channel) => new()
    {
        Channel = channel,
        PersonSpeaks = new()
        {
            Method = "POST",
            Path = "",
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Signed"] = "yes" },
        },
    };

    internal enum Fault
    {
        None,
        TakesNoRequest,
        HasNoTime,
        ChangesItsMind,
        AnswersInNoResponse,
        HearsStrangers,
        FailsForStrangers,
        ThrowsAtStrangers,
        RefusesPeople,
        IsDeaf,
        ForgetsTheConversation,
        HasNoKeys,
        MakesKeysUp,
        RefusesCards,
        DropsLongTexts,
        ThrowsAtNothing,
        RefusesForGoodWhenItEnds,
        AnswersAnew,
        AnswersBadly,
    }

    /// <summary>A channel in memory that keeps all rules but one.</summary>
    private sealed class BadChannel(Fault fault) : IChannel
    {
        private int asked;

        public ChannelCapabilities Capabilities => new()
        {
            ReplyPath = fault == Fault.AnswersInNoResponse ? ReplyPath.Answer : ReplyPath.Call,
            MaxRequestBytes = fault == Fault.TakesNoRequest ? 0 : fault == Fault.ChangesItsMind ? ++asked : 1_000,
            AnswerWithin = fault == Fault.HasNoTime ? TimeSpan.Zero : TimeSpan.FromSeconds(1),
        };

        public ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
        {
            if (request.Header("X-Signed") is null)
            {
                return fault switch
                {
                    Fault.HearsStrangers => new(WebhookReceipt.Accept(WebhookResponse.Empty(200), Said("c-1", "k"))),
                    Fault.FailsForStrangers => new(WebhookReceipt.Only(WebhookResponse.Empty(500))),
                    Fault.ThrowsAtStrangers when request.Body.Length > 4 => throw new FormatException("That is no JSON."),
                    _ => new(WebhookReceipt.Only(WebhookResponse.Empty(401))),
                };
            }

            return new(fault switch
            {
                Fault.RefusesPeople => WebhookReceipt.Only(WebhookResponse.Empty(403)),
                Fault.IsDeaf => WebhookReceipt.Only(WebhookResponse.Empty(200)),
                Fault.ForgetsTheConversation => WebhookReceipt.Accept(WebhookResponse.Empty(200), Said("", "k")),
                Fault.HasNoKeys => WebhookReceipt.Accept(WebhookResponse.Empty(200), Said("c-1")),
                Fault.MakesKeysUp => WebhookReceipt.Accept(WebhookResponse.Empty(200), Said("c-1", Guid.NewGuid().ToString())),
                _ => WebhookReceipt.Accept(WebhookResponse.Empty(200), Said("c-1", "k")),
            });
        }

        public ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return fault == Fault.RefusesForGoodWhenItEnds ? new(Delivery.Refused("It was ended.")) : throw new OperationCanceledException(cancellationToken);
            }

            return fault switch
            {
                Fault.RefusesCards when message.Parts.OfType<CardPart>().Any() => new(Delivery.Refused("It shows no cards.")),
                Fault.DropsLongTexts when message.Parts.OfType<TextPart>().Any(part => part.Text.Length > 2_000) => new(Delivery.NotSent("It is too long.")),
                Fault.ThrowsAtNothing when message.Parts.Count == 0 => throw new InvalidOperationException("There is nothing to send."),
                _ => new(Delivery.Delivered),
            };
        }

        private static MessageReceived Said(string conversation, params string[] keys) =>
            new() { ConversationId = conversation, Keys = keys, MessageId = "m", Parts = [new TextPart("hi")] };
    }

    private sealed class BadAnswers(Fault fault) : IChannel, IAnswersInResponse
    {
        private readonly BadChannel channel = new(Fault.None);
        private int rendered;

        public ChannelCapabilities Capabilities { get; } = new() { ReplyPath = ReplyPath.Answer };

        public ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) => channel.ReceiveAsync(request, cancellationToken);

        public ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => throw new NotSupportedException("Nobody sends here.");

        public WebhookResponse Render(WebhookRequest request, IReadOnlyList<OutboundMessage> messages) => WebhookResponse.Empty(fault == Fault.AnswersBadly ? 500 : 200) with
        {
            Body = System.Text.Encoding.UTF8.GetBytes(fault == Fault.AnswersAnew ? $"{++rendered}" : "the same"),
        };
    }
}
