using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spark.Engine.Conversations;
using Spark.Runtime;
using Spark.Runtime.Actions;
using Spark.Runtime.Bots;
using Spark.Runtime.Channels;
using Spark.Runtime.Offload;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage;
using Spark.Testing.Hosts;

namespace Spark.Host.Rehearsing;

/// <summary>
/// A host that a test kills: the whole runtime with its threads, on a real file. It hears of events, and of what its effects come to, by
/// its standard input.
/// </summary>
/// <param name="bot">The bot.</param>
/// <param name="channel">The id of the channel's plugin.</param>
/// <param name="data">The data folder.</param>
/// <param name="stopAfter">The write behind which it stands still to be killed; 0 for never.</param>
internal sealed class RehearsalProcess(TestBot bot, string channel, string data, int stopAfter)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private readonly Lock gate = new();

    /// <summary>Runs until its input ends.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var outside = new OutsideProxy(Write);
        var line = new TestChannel(channel, bot.Bot.Id, outside.SendAsync);
        var writes = new WriteGate(stopAfter, () => Write(Wire.Line(Wire.Dying)));
        using var host = Build(line, outside, writes);
        var store = (GatedConversations)host.Services.GetRequiredService<IConversationStore>();
        await store.LoadAsync(ConversationKey.Of(channel, TestConversation.ExternalId), [], cancellationToken);
        await host.Services.GetRequiredService<BotCatalog>().ReplaceAsync([bot.Snapshot], cancellationToken);
        await host.StartAsync(cancellationToken);
        Write(Wire.Line(Wire.Ready));
        while (await Console.In.ReadLineAsync(cancellationToken) is { } text)
        {
            var order = JsonNode.Parse(text)!.AsObject();
            if ((string?)order[Wire.Verb] == Wire.Answer)
            {
                outside.Take(order);
            }
            else
            {
                // Not awaited: its effects are answered by the lines that follow. A process that breaks here is found by its silence.
                _ = Task.Run(() => ObeyAsync(order, host.Services, line, writes, cancellationToken), cancellationToken);
            }
        }
    }

    private async Task ObeyAsync(JsonObject order, IServiceProvider services, TestChannel line, WriteGate writes, CancellationToken cancellationToken)
    {
        switch ((string?)order[Wire.Verb])
        {
            case Wire.Deliver:
                var happened = ConversationJson.ReadEvent(Wire.Bytes(order, "event"));
                await TestEvents.EnterAsync(services.GetRequiredService<TurnRunner>(), line.Instance, (string)order["key"]!, happened, cancellationToken);
                Write(Reply(order, Wire.Accepted));
                break;
            case Wire.Settle:
                while ((await services.GetRequiredService<IOutboxDesk>().MeasureAsync(cancellationToken)).Open > 0)
                {
                    await Task.Delay(Glance, cancellationToken);
                }

                var settled = Reply(order, Wire.Settled);
                settled["writes"] = writes.Writes;
                Write(settled);
                break;
            case Wire.Read:
                var key = ConversationKey.Of(channel, TestConversation.ExternalId);
                var found = await services.GetRequiredService<IConversationIndex>().FindAsync(key, cancellationToken);
                var state = Reply(order, Wire.State);
                state["state"] = found is null ? null : Wire.Node(ConversationJson.Write(found.State));
                Write(state);
                break;
        }
    }

    private static JsonObject Reply(JsonObject order, string verb)
    {
        var line = Wire.Line(verb);
        line["id"] = (int)order["id"]!;
        return line;
    }

    private void Write(JsonObject line)
    {
        lock (gate)
        {
            Console.Out.WriteLine(line.ToJsonString());
            Console.Out.Flush();
        }
    }

    private IHost Build(TestChannel line, OutsideProxy outside, WriteGate writes)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Outbox:FirstRetry", "00:00:00.010"), new("Turns:MostASecond", "0")]);
        builder.Services.AddLogging();
        builder.Services.AddSparkSqlite(data);
        Gate<IConversationStore>(builder.Services, inner => new GatedConversations(inner, writes));
        Gate<IOutboxStore>(builder.Services, inner => new GatedOutbox(inner, writes));
        builder.Services.AddSingleton<ISeedSource>(provider =>
        {
            var store = (GatedConversations)provider.GetRequiredService<IConversationStore>();
            return new TurnSeeds(() => store.Sequence);
        });
        builder.Services.AddSingleton<IChannelDirectory>(line);
        builder.Services.AddSingleton<IActionDirectory>(outside);
        builder.Services.AddSingleton<IOffloadDirectory>(outside);
        builder.Services.AddSingleton<IBotCompiler>(bot);
        builder.Services.AddSparkRuntime();
        return builder.Build();
    }

    private static void Gate<T>(IServiceCollection services, Func<T, T> gate)
        where T : class
    {
        var real = services.Single(descriptor => descriptor.ServiceType == typeof(T));
        services.Replace(ServiceDescriptor.Singleton(provider => gate((T)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!))));
    }
}
