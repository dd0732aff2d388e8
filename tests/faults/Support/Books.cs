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
    /// <summary>The channel instance of the tests.</summary>
    public const string Instance = "wire";

    /// <summary>The texts of a conversation's messages, one a turn, in the order of the log.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(string conversation, CancellationToken cancellationToken, string instance = Instance)
    {
        var log = services.GetRequiredService<IConversationLog>();
        var key = ConversationKey.Of(instance, conversation);
        var texts = new List<string>();
        for (long after = 0; ;)
        {
            var slice = await log.ReadAsync(key, after, after + 500, cancellationToken);
            if (slice is null || slice.Turns.Count == 0)
            {
                return texts;
            }

            texts.AddRange(slice.Turns
                .Select(turn => turn.Event)
                .OfType<InboundReceived>()
                .Select(received => received.Inbound)
                .OfType<MessageReceived>()
                .Select(message => message.Parts.OfType<TextPart>().Single().Text));
            after = slice.Turns[^1].Sequence;
        }
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
}
