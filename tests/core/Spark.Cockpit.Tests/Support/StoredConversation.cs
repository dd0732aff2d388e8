using Microsoft.Extensions.DependencyInjection;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Nodes;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Tests.Support;

/// <summary>A conversation of one turn, written as the runtime writes it.</summary>
internal static class StoredConversation
{
    public static async Task WriteAsync(CockpitServer server, string conversation, Episode episode, string person)
    {
        var store = server.Services.GetRequiredService<IConversationStore>();
        var revision = (await store.LoadAsync(default, [], TestContext.Current.CancellationToken)).Revision;
        var outcome = await store.CommitAsync(
            new()
            {
                Key = ConversationKey.Of("web", conversation),
                Instance = "web",
                ExternalId = conversation,
                ExpectedSequence = 0,
                State = new() { Sequence = 1, Language = "en", Person = new() { Id = conversation, Name = person }, Episode = episode },
                Event = new InboundReceived
                {
                    At = episode.Began,
                    Seed = 1,
                    Channel = "test",
                    ChannelInstance = "web",
                    Inbound = new ConversationStarted { ConversationId = conversation, Keys = ["k"] },
                },
                Cause = 1,
                Keys = [new("web", "k")],
                Effects = [],
                Episodes = [episode],
                Node = await server.Services.GetRequiredService<Node>().GetIdAsync(TestContext.Current.CancellationToken),
                Revision = revision,
            },
            TestContext.Current.CancellationToken);
        outcome.Status.ShouldBe(CommitStatus.Committed);
    }
}
