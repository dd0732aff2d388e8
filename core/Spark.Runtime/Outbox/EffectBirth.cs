using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Texts;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>How effects are born: in the hands of the process that commits them, so that no other write is needed before the call.</summary>
internal static class EffectBirth
{
    /// <summary>Makes the outbox entries of a turn.</summary>
    /// <param name="input">What the turn took.</param>
    /// <param name="result">What the turn came to.</param>
    /// <param name="cause">The root of it.</param>
    /// <param name="path">How replies leave the channel.</param>
    public static IReadOnlyList<OutboxEntry> Of(TurnInput input, TurnResult result, long cause, ReplyPath path)
    {
        var entries = new OutboxEntry[result.Effects.Count];
        var busy = new bool[(int)Destination.Desk + 1];
        for (var index = 0; index < entries.Length; index++)
        {
            var effect = Clean(result.Effects[index]);
            var status = StatusOf(effect, path);

            // An attempt is counted before its call. The first message's is counted here, with the turn's own write; the ones behind it
            // wait for its end, which is written anyway.
            var lane = Destinations.Of(effect);
            var begins = status == OutboxStatus.Claimed && (lane == Destination.None || !busy[(int)lane]);
            busy[(int)lane] |= status == OutboxStatus.Claimed;
            entries[index] = new()
            {
                Address = new(input.Key, new(result.State.Sequence, index)),
                Instance = input.Instance,
                ExternalId = input.ExternalId,
                ChannelDetails = result.State.ChannelDetails,
                Effect = effect,
                Status = status,
                Epoch = result.State.OwnerEpoch,
                Cause = cause,
                CreatedAt = input.Event.At,
                TraceParent = SparkTelemetry.TraceParent,
                Attempts = begins ? 1 : 0,
            };
        }

        return entries;
    }

    private static Effect Clean(Effect effect) =>
        effect switch
        {
            SendMessage message when !WellFormedMessages.AreClean(message.Parts) => message with { Parts = WellFormedMessages.Clean(message.Parts) },
            TellDesk word when !WellFormedMessages.AreClean(word.Parts) => word with { Parts = WellFormedMessages.Clean(word.Parts) },
            _ => effect,
        };

    // A completion on a channel whose clients pull has nobody to go to: the dispatcher ends it as failed.
    private static OutboxStatus StatusOf(Effect effect, ReplyPath path) => (effect, path) switch
    {
        (SendMessage, ReplyPath.Answer) => OutboxStatus.WaitingForAnswer,
        (SendMessage { Completion: null }, ReplyPath.Pull) => OutboxStatus.Delivered,
        _ => OutboxStatus.Claimed,
    };
}
