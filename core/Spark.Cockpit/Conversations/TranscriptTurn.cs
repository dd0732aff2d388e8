using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Files;
using Spark.Runtime.Offload;

namespace Spark.Cockpit.Conversations;

/// <summary>A turn: what came in, and what it had done.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="At">When it was.</param>
/// <param name="What">What came in, in a few words.</param>
/// <param name="Fault">Why it failed, with the code and the place in the bot; null when it did not.</param>
/// <param name="Said">What the person said; null when it was no message.</param>
/// <param name="Effects">What it had done.</param>
/// <param name="Exchanges">What was called outside for the effect that ended with it, without secrets.</param>
internal sealed record TranscriptTurn(
    long Sequence,
    DateTimeOffset At,
    string What,
    string? Fault,
    IReadOnlyList<PartView>? Said,
    IReadOnlyList<TranscriptEffect> Effects,
    IReadOnlyList<Exchange> Exchanges)
{
    public static TranscriptTurn Of(LoggedTurn turn, LinkMask mask, FileSigner signer) => new(
        turn.Sequence,
        turn.Event.At,
        ConversationReader.What(turn.Event),
        ConversationReader.FaultOf(turn.Fault),
        turn.Event is InboundReceived { Inbound: MessageReceived message } ? PartView.Of(signer.Renew(message.Parts), mask) : null,
        [.. turn.Effects.Select(entry => TranscriptEffect.Of(entry, mask, signer))],
        [.. ((turn.Event as EffectEnded)?.Exchanges ?? []).Select(exchange => Masked(exchange, mask))]);

    private static Exchange Masked(Exchange exchange, LinkMask mask) => exchange with
    {
        Address = mask.Apply(exchange.Address),
        Request = exchange.Request is { } request ? mask.Apply(request) : null,
        Response = exchange.Response is { } response ? mask.Apply(response) : null,
    };
}
