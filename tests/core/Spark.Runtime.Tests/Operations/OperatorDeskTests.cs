using Spark.Channels;
using Microsoft.Extensions.Options;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Secrets;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Operations;

/// <summary>An operator takes a conversation over, on the engine and the stores of a real host.</summary>
public sealed class OperatorDeskTests : IDisposable
{
    private static readonly ConversationKey Key = ConversationKey.Of("web", "c1");
    private static readonly OperatorFace Jo = new("jo", "Jo");
    private static readonly OperatorFace Ada = new("ada", "Ada");

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call)
    {
        Instance = new() { Id = "web", Channel = "test-channel", Bot = "helper", Capabilities = new() { ReplyPath = ReplyPath.Call, ShowsAgent = true } },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_an_operator_writes_reaches_the_person_once_whatever_is_repeated()
    {
        await using var runtime = await StartAsync();
        await runtime.SayAsync(channel, "hello");
        var desk = runtime.Get<OperatorDesk>();

        (await desk.TakeAsync(Key, Jo, Token)).Result.ShouldBe(OperatorResult.Done);
        (await desk.TakeAsync(Key, Jo, Token)).Result.ShouldBe(OperatorResult.Done);
        (await desk.SayAsync(Key, Jo, "I am here", "m1", Token)).Result.ShouldBe(OperatorResult.Done);
        (await desk.SayAsync(Key, Jo, "I am here", "m1", Token)).Result.ShouldBe(OperatorResult.Done);
        (await desk.SayAsync(Key, Jo, "How can I help?", "m2", Token)).Result.ShouldBe(OperatorResult.Done);

        await channel.Sent.NextAsync(message => PlainText.Render(message.Parts) == "How can I help?");
        channel.Sent.All.Count(message => message.Agent == "Jo").ShouldBe(2);
        channel.SentTexts.Count(text => text == "I am here").ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_operators_at_once_one_has_it_and_the_other_is_told_who()
    {
        await using var runtime = await StartAsync();
        await runtime.SayAsync(channel, "hello");
        var desk = runtime.Get<OperatorDesk>();

        var answers = await Task.WhenAll(desk.TakeAsync(Key, Jo, Token), desk.TakeAsync(Key, Ada, Token));

        answers.Select(answer => answer.Result).Order().ShouldBe([OperatorResult.Done, OperatorResult.Others]);
        var (winner, loser) = answers[0].Result == OperatorResult.Done ? (Jo, Ada) : (Ada, Jo);
        answers.Single(answer => answer.Result == OperatorResult.Others).Holder.ShouldBe(winner.Name);
        (await desk.SayAsync(Key, loser, "Me too", "m1", Token)).ShouldBe(new(OperatorResult.Others, winner.Name));
        (await desk.EndAsync(Key, loser, Token)).Result.ShouldBe(OperatorResult.Others);
        (await desk.GiveBackAsync(Key, loser, Token)).Result.ShouldBe(OperatorResult.Others);
        channel.SentTexts.ShouldNotContain("Me too");
    }

    [Fact]
    public async Task What_was_taken_over_is_so_after_the_node_was_started_again()
    {
        await using (var before = await StartAsync())
        {
            await before.SayAsync(channel, "hello");
            (await before.Get<OperatorDesk>().TakeAsync(Key, Jo, Token)).Result.ShouldBe(OperatorResult.Done);
        }

        await using var after = await StartAsync();
        await after.SayAsync(channel, "still there?");
        (await after.Get<IConversationIndex>().FindAsync(Key, Token))!.State.Desk!.Operator.ShouldBe("jo");
        (await after.Get<OperatorDesk>().SayAsync(Key, Jo, "Yes", "m1", Token)).Result.ShouldBe(OperatorResult.Done);
        (await channel.Sent.NextAsync(message => message.Agent == "Jo")).Parts.ShouldBe([new TextPart("Yes")]);
        var log = (await after.Get<IConversationLog>().ReadAsync(Key, 0, long.MaxValue, Token))!;
        log.Turns.SelectMany(turn => turn.Effects).ShouldNotContain(entry => entry.Effect is TellDesk, "nobody outside is told");

        (await after.Get<OperatorDesk>().GiveBackAsync(Key, Jo, Token)).Result.ShouldBe(OperatorResult.Done);
        (await after.Get<IConversationIndex>().FindAsync(Key, Token))!.Summary.Owner.ShouldBe(Owner.Bot);
        (await after.Get<OperatorDesk>().SayAsync(Key, Jo, "Too late", "m2", Token)).Result.ShouldBe(OperatorResult.NotHeld);
    }

    [Fact]
    public async Task What_cannot_be_said_is_not_taken()
    {
        var answering = new CollectingChannel("web", ReplyPath.Answer);
        await using var runtime = await TestRuntime.StartAsync(folder, new AnnouncingClock(), Dialogs(), answering);
        (await runtime.Get<OperatorDesk>().TakeAsync(Key, Jo, Token)).Result.ShouldBe(OperatorResult.NotFound);
        await runtime.SayAsync(answering, "hello");
        (await runtime.Get<OperatorDesk>().TakeAsync(Key, Jo, Token)).Result.ShouldBe(OperatorResult.OnlyAnswers);
    }

    private static ScriptedEngine Dialogs()
    {
        var engine = new DialogTurnEngine(new(new Seal(Options.Create(new SealOptions()))));
        return new() { OnRun = engine.Run, OnFail = engine.Fail };
    }

    private Task<TestRuntime> StartAsync() => TestRuntime.StartAsync(folder, new AnnouncingClock(), Dialogs(), channel);
}
