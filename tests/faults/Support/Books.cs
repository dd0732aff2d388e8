using Microsoft.Extensions.DependencyInjection;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Faults.Tests.Support;

/// <summary>What the database says when the hosts are gone, read through the ports that hosts read it by.</summary>
internal sealed class Books(ServiceProvider services) : IAsyncDisposable
{
    /// <summary>With what the bot begins when it tells how an action has ended.</summary>
    public static readonly IReadOnlyList<string> Ends = ["Did ", "Unsure ", "Failed "];

    /// <summary>The channel instance of the tests.</summary>
    public const string Instance = "wire";

    /// <summary>The texts of a conversation's messages, one a turn, in the order of the log.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(string conversation, CancellationToken cancellationToken, string instance = Instance)
    {
        var turns = await TurnsAsync(ConversationKey.Of(instance, conversation), cancellationToken);
        return [.. turns.Select(TextOf).OfType<string>()];
    }

    /// <summary>
    /// Those of them that were said while the bot acted, by somebody who waited no longer. They answer nothing: the question came after them.
    /// </summary>
    public async Task<IReadOnlyList<string>> OverheardAsync(string conversation, CancellationToken cancellationToken)
    {
        var overheard = new List<string>();
        var acts = false;
        foreach (var turn in await TurnsAsync(ConversationKey.Of(Instance, conversation), cancellationToken))
        {
            if (acts && TextOf(turn) is { } text)
            {
                overheard.Add(text);
            }

            // Not by its result: the conversation goes on without one when the deadline of the action has passed.
            acts = turn.Effects.Any(entry => entry.Effect is InvokeAction) || (acts && !turn.Effects.Any(TellsAnEnd));
        }

        return overheard;
    }

    /// <summary>All effects that stand in a state.</summary>
    public async Task<IReadOnlyList<ListedEffect>> EffectsAsync(CancellationToken cancellationToken, params OutboxStatus[] statuses)
    {
        var desk = services.GetRequiredService<IOutboxDesk>();
        var all = new List<ListedEffect>();
        while (true)
        {
            var page = await desk.ListAsync(statuses, all.Count > 0 ? all[^1].Entry.Address : null, 500, cancellationToken);
            all.AddRange(page);
            if (page.Count < 500)
            {
                return all;
            }
        }
    }

    public async Task<DatabaseReport> CheckAsync(CancellationToken cancellationToken) =>
        await services.GetRequiredService<IDatabaseCare>().CheckAsync(cancellationToken);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static bool TellsAnEnd(OutboxEntry entry) =>
        entry.Effect is SendMessage message && message.Parts.OfType<TextPart>().Any(part => Ends.Any(end => part.Text.StartsWith(end, StringComparison.Ordinal)));

    private static string? TextOf(LoggedTurn turn) =>
        turn.Event is InboundReceived { Inbound: MessageReceived message } ? message.Parts.OfType<TextPart>().Single().Text : null;

    private async Task<IReadOnlyList<LoggedTurn>> TurnsAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        var log = services.GetRequiredService<IConversationLog>();
        var turns = new List<LoggedTurn>();
        for (long after = 0; await log.ReadAsync(key, after, after + 500, cancellationToken) is { Turns.Count: > 0 } slice; after = slice.Turns[^1].Sequence)
        {
            turns.AddRange(slice.Turns);
        }

        return turns;
    }
}
