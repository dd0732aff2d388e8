using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Operations;

public sealed class TicketNewsTests : IDisposable
{
    private static readonly ConversationKey Key = ConversationKey.Of("web", "c1");
    private static readonly TicketReference Resolved = new() { Number = "INC1", State = "resolved", Url = new Uri("https://acme.example/INC1") };

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task News_enters_the_conversation_as_an_event_and_the_bot_can_tell_it()
    {
        await using var runtime = await StartAsync();
        await runtime.SayAsync(channel, "hello");

        (await TellAsync(runtime, Resolved, once: null)).ShouldBe(TicketNewsResult.Told);

        (await EventsAsync(runtime))[^1].ShouldBeOfType<TicketChanged>().Ticket.ShouldBe(Resolved);
        while (!channel.SentTexts.Contains("INC1 is resolved"))
        {
            await channel.Sent.NextAsync();
        }
    }

    [Fact]
    public async Task The_same_news_counts_once_by_its_senders_name_and_without_one_until_the_ticket_has_changed()
    {
        await using var runtime = await StartAsync();
        await runtime.SayAsync(channel, "hello");

        (await TellAsync(runtime, Resolved, "update-7")).ShouldBe(TicketNewsResult.Told);
        (await TellAsync(runtime, Resolved, "update-7")).ShouldBe(TicketNewsResult.ToldBefore);
        (await TellAsync(runtime, Resolved, "update-8")).ShouldBe(TicketNewsResult.Told);

        (await TellAsync(runtime, Resolved, once: null)).ShouldBe(TicketNewsResult.ToldBefore);
        (await TellAsync(runtime, Resolved with { State = "closed" }, once: null)).ShouldBe(TicketNewsResult.Told);
        (await TellAsync(runtime, Resolved, once: null)).ShouldBe(TicketNewsResult.Told);
        (await EventsAsync(runtime)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_or_whose_channel_does_not_run_is_told_nothing()
    {
        await using var runtime = await StartAsync();
        (await TellAsync(runtime, Resolved, once: null)).ShouldBe(TicketNewsResult.NotFound);

        await runtime.SayAsync(channel, "hello");
        runtime.Directory.Channels.TryRemove("web", out _);

        (await TellAsync(runtime, Resolved, once: null)).ShouldBe(TicketNewsResult.NoChannel);
        (await EventsAsync(runtime)).ShouldHaveSingleItem();
    }

    private static Task<TicketNewsResult> TellAsync(TestRuntime runtime, TicketReference ticket, string? once) =>
        runtime.Get<TicketNews>().TellAsync(Key, ticket, once, Token);

    private static async Task<IReadOnlyList<ConversationEvent>> EventsAsync(TestRuntime runtime) =>
        [.. (await runtime.Get<IConversationLog>().ReadAsync(Key, 0, 100, Token))!.Turns.Select(turn => turn.Event)];

    private async Task<TestRuntime> StartAsync()
    {
        var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is TicketChanged changed
            ? ScriptedEngine.Say(state with { Ticket = changed.Ticket }, $"{changed.Ticket.Number} is {changed.Ticket.State}")
            : ScriptedEngine.Say(state, "hi");
        return runtime;
    }
}
