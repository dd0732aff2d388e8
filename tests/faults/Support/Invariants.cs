using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;

namespace Spark.Faults.Tests.Support;

/// <summary>What must hold when everything is over, whatever happened before.</summary>
internal static class Invariants
{
    private static readonly string[] Ends = ["Did ", "Unsure ", "Failed "];

    /// <summary>Checks everything.</summary>
    /// <param name="acknowledged">What was acknowledged, by conversation.</param>
    /// <param name="farSide">What arrived.</param>
    /// <param name="books">What is stored.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task HoldAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> acknowledged, FarSide farSide, Books books, CancellationToken cancellationToken)
    {
        (await books.CheckAsync(cancellationToken)).Problems.ShouldBeEmpty();
        (await books.EffectsAsync(cancellationToken, OutboxStatus.Pending, OutboxStatus.Claimed, OutboxStatus.Started)).ShouldBeEmpty();
        var held = HeldDeeds(await books.EffectsAsync(cancellationToken, OutboxStatus.Unknown));
        var keys = farSide.Arrivals.Select(arrival => arrival.Effect).ToHashSet(StringComparer.Ordinal);
        var setAside = SetAside(await books.EffectsAsync(cancellationToken, OutboxStatus.Failed), keys);
        var arrived = farSide.Arrivals.Where(arrival => !arrival.IsRepeated).ToLookup(arrival => arrival.Conversation, StringComparer.Ordinal);
        foreach (var (conversation, texts) in acknowledged)
        {
            var logged = await books.MessagesAsync(conversation, cancellationToken);
            logged.GroupBy(text => text, StringComparer.Ordinal).Where(same => same.Count() > 1).ShouldBeEmpty($"{conversation}: a message has more than one turn");
            texts.Except(logged, StringComparer.Ordinal).ShouldBeEmpty($"{conversation}: acknowledged, and not in the log");
            InOrder(conversation, [.. arrived[conversation]]);
            Answered(conversation, logged, [.. arrived[conversation].Select(arrival => arrival.Text), .. setAside[conversation]], held, farSide.Deeds);
        }
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

            Ends.Sum(end => counts.GetValueOrDefault(end + text)).ShouldBe(1, $"{conversation}: '{text}' was acted on, and how that ended was said");
            held.Contains(text).ShouldBe(counts.ContainsKey("Unsure " + text), $"{conversation}: '{text}' is listed as unknown exactly when the person was told so");
            deeds.GetValueOrDefault(text).ShouldBeLessThanOrEqualTo(1, $"{conversation}: '{text}' was done twice");
            if (text.StartsWith("act", StringComparison.Ordinal) && counts.ContainsKey("Did " + text))
            {
                deeds.GetValueOrDefault(text).ShouldBe(1, $"{conversation}: '{text}' was not done, and the person was told it was");
            }
        }
    }

    // A message whose call was under way in three crashes is not sent again: it could be what kills the host. An operator sees it; it may have arrived all the same.
    private static ILookup<string, string> SetAside(IEnumerable<ListedEffect> failed, HashSet<string> arrived) => failed
        .Where(effect => effect.Entry.Effect is SendMessage && !arrived.Contains(effect.Entry.Address.Id) && effect.Reason!.StartsWith("SPK11012", StringComparison.Ordinal))
        .ToLookup(
            effect => effect.Entry.ExternalId,
            effect => ((SendMessage)effect.Entry.Effect).Parts.OfType<TextPart>().Single().Text,
            StringComparer.Ordinal);

    private static HashSet<string> HeldDeeds(IEnumerable<ListedEffect> unknown) =>
    [
        .. unknown
            .Select(effect => effect.Entry.Effect)
            .OfType<InvokeAction>()
            .Select(action => action.Input.Fields.First(field => field.Key is "deed" or "about").Value.AsString()),
    ];
}
