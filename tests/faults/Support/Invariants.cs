using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;

namespace Spark.Faults.Tests.Support;

/// <summary>What must hold when everything is over, whatever happened before.</summary>
internal static class Invariants
{
    /// <summary>How many hosts must have lost a message before it is not sent again.</summary>
    private const int LossesToSetAside = 3;

    /// <summary>Checks everything.</summary>
    /// <param name="acknowledged">What was acknowledged, by conversation.</param>
    /// <param name="farSide">What arrived.</param>
    /// <param name="books">What is stored.</param>
    /// <param name="losses">How often a host has lost what it had in hand.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>What is left behind.</returns>
    public static async Task<Aftermath> HoldAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> acknowledged, FarSide farSide, Books books, int losses, CancellationToken cancellationToken)
    {
        (await books.CheckAsync(cancellationToken)).Problems.ShouldBeEmpty();
        (await books.EffectsAsync(cancellationToken, OutboxStatus.Pending, OutboxStatus.Claimed, OutboxStatus.Started)).ShouldBeEmpty();
        var held = HeldDeeds(await books.EffectsAsync(cancellationToken, OutboxStatus.Unknown));
        var setAside = SetAside(await books.EffectsAsync(cancellationToken, OutboxStatus.Failed));
        var keys = farSide.Arrivals.Select(arrival => arrival.Effect).ToHashSet(StringComparer.Ordinal);
        var missing = setAside.Where(entry => !keys.Contains(entry.Address.Id)).ToLookup(entry => entry.ExternalId, TextOf, StringComparer.Ordinal);
        var left = new Aftermath(held.Count, setAside.Count, missing.Sum(lane => lane.Count()), 0);
        AreFew(setAside, left, losses);
        var arrived = farSide.Arrivals.Where(arrival => !arrival.IsRepeated).ToLookup(arrival => arrival.Conversation, StringComparer.Ordinal);
        foreach (var (conversation, texts) in acknowledged)
        {
            var logged = await books.MessagesAsync(conversation, cancellationToken);
            logged.GroupBy(text => text, StringComparer.Ordinal).Where(same => same.Count() > 1).ShouldBeEmpty($"{conversation}: a message has more than one turn");
            texts.Except(logged, StringComparer.Ordinal).ShouldBeEmpty($"{conversation}: acknowledged, and not in the log");
            var overheard = await books.OverheardAsync(conversation, cancellationToken);
            left = left with { Overheard = left.Overheard + overheard.Count };
            InOrder(conversation, [.. arrived[conversation]]);
            arrived[conversation].ShouldNotContain(arrival => overheard.Any(text => arrival.Text == "Echo " + text), $"{conversation}: what came before the question answers it");
            Answered(conversation, [.. logged.Except(overheard, StringComparer.Ordinal)], [.. arrived[conversation].Select(arrival => arrival.Text), .. missing[conversation]], held, farSide.Deeds);
        }

        return left;
    }

    private static void InOrder(string conversation, IReadOnlyList<Arrival> lane)
    {
        for (var i = 1; i < lane.Count; i++)
        {
            lane[i].Position.ShouldBeGreaterThan(lane[i - 1].Position, $"{conversation}: '{lane[i].Text}' overtook '{lane[i - 1].Text}'");
        }
    }

    // The first message begins the conversation: the question is its answer. Each later one answers the question.
    private static void Answered(
        string conversation, IReadOnlyList<string> logged, IReadOnlyList<string> replies, HashSet<string> held, IReadOnlyDictionary<string, int> deeds)
    {
        var counts = replies.CountBy(reply => reply).ToDictionary(StringComparer.Ordinal);
        counts.GetValueOrDefault("Next?").ShouldBe(logged.Count, $"{conversation}: each message is followed by the question");
        foreach (var text in logged.Skip(1))
        {
            counts.GetValueOrDefault("Echo " + text).ShouldBe(1, $"{conversation}: '{text}' has one answer");
            if (!text.StartsWith("act", StringComparison.Ordinal) && !text.StartsWith("dare", StringComparison.Ordinal))
            {
                continue;
            }

            Books.Ends.Sum(end => counts.GetValueOrDefault(end + text)).ShouldBe(1, $"{conversation}: '{text}' was acted on, and how that ended was said");
            held.Contains(text).ShouldBe(counts.ContainsKey("Unsure " + text), $"{conversation}: '{text}' is listed as unknown exactly when the person was told so");
            deeds.GetValueOrDefault(text).ShouldBeLessThanOrEqualTo(1, $"{conversation}: '{text}' was done twice");
            if (text.StartsWith("act", StringComparison.Ordinal) && counts.ContainsKey("Did " + text))
            {
                deeds.GetValueOrDefault(text).ShouldBe(1, $"{conversation}: '{text}' was not done, and the person was told it was");
            }

            // The far side answers every deed with success. What could fail after one is a connection that breaks while both its ends live,
            // and nothing here breaks one: what an ended host or a time limit left open is unsure, and never failed.
            if (text.StartsWith("act", StringComparison.Ordinal) && counts.ContainsKey("Failed " + text))
            {
                deeds.GetValueOrDefault(text).ShouldBe(0, $"{conversation}: '{text}' was done, and the person was told it had failed");
            }
        }
    }

    // The channel's replies bear the same key at every try, so that a try too many does no harm: they are set aside only because the host
    // cannot know what ends it. It takes three losses. The first may meet a reply behind another, since a turn's first one is born with its
    // call begun; the next two meet the head of a lane, of which there is one: that bounds those of a conversation. One that never arrived
    // was met three times within the moment between its mark and the far side: more than one for each three losses is no accident.
    private static void AreFew(IReadOnlyCollection<OutboxEntry> setAside, Aftermath left, int losses)
    {
        setAside.CountBy(entry => entry.ExternalId).ShouldAllBe(lane => lane.Value <= (losses - 1) / 2);
        left.Missing.ShouldBeLessThanOrEqualTo(losses / LossesToSetAside, $"replies were set aside and never arrived, at {losses} losses");
    }

    // A message whose call was under way in three crashes is not sent again: it could be what kills the host. An operator sees it; it may have arrived all the same.
    private static List<OutboxEntry> SetAside(IEnumerable<ListedEffect> failed) =>
    [
        .. failed
            .Where(effect => effect.Entry.Effect is SendMessage && effect.Reason!.StartsWith("SPK11012", StringComparison.Ordinal))
            .Select(effect => effect.Entry),
    ];

    private static string TextOf(OutboxEntry message) => ((SendMessage)message.Effect).Parts.OfType<TextPart>().Single().Text;

    private static HashSet<string> HeldDeeds(IEnumerable<ListedEffect> unknown) =>
    [
        .. unknown
            .Select(effect => effect.Entry.Effect)
            .OfType<InvokeAction>()
            .Select(action => action.Input.Fields.First(field => field.Key is "deed" or "about").Value.AsString()),
    ];
}
