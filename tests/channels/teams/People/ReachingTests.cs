using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Teams.Tests.People;

public sealed class ReachingTests : IAsyncLifetime
{
    private static readonly PersonAddress Megan = new() { PrincipalName = "MEGAN@contoso.example" };
    private FarSide side = null!;
    private TestChannel channel = null!;

    public async ValueTask InitializeAsync()
    {
        side = await FarSide.StartAsync();
        side.Roster = [new JsonObject { ["members"] = new JsonArray(Activities.Member("megan", "aaaaaaaa-0000-4000-8000-000000000002"), Activities.Member("alex", Activities.AlexObjectId)) }];
        channel = new TestChannel(side, settings => settings with { LookUpPeople = true });
    }

    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return side.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_is_reached_who_is_not_known() => (await ReachAsync(Megan)).Status.ShouldBe(ReachStatus.Unknown);

    [Fact]
    public async Task Whoever_has_written_is_reached_without_a_call()
    {
        await channel.ReceiveAsync(Activities.Message(side.ServiceUrl, "hi"));

        var reach = await ReachAsync(new() { PrincipalName = "alex@contoso.example" });

        reach.Status.ShouldBe(ReachStatus.Reached);
        reach.ConversationId.ShouldBe(Activities.PersonalChat);
        reach.Person!.Id.ShouldBe(Activities.Alex);
        (await ReachAsync(new() { Email = "alex@mail.example" })).ConversationId.ShouldBe(Activities.PersonalChat);
        side.ConnectorCalls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_of_a_team_gets_a_conversation_once_and_can_be_written_to()
    {
        await JoinTeamAsync();
        side.Connector = [Answer.Created("a:new"), Answer.Created("1")];

        var reach = await ReachAsync(Megan);
        var again = await ReachAsync(Megan);

        reach.ConversationId.ShouldBe("a:new");
        again.ConversationId.ShouldBe("a:new");
        var created = side.ConnectorCalls.ShouldHaveSingleItem();
        created.Target.ShouldBe("/connector/v3/conversations");
        created.Json["members"]![0]!["id"]!.GetValue<string>().ShouldBe("29:megan");
        created.Json["isGroup"]!.GetValue<bool>().ShouldBeFalse();
        created.Json["channelData"]!["tenant"]!["id"]!.GetValue<string>().ShouldBe(Activities.Tenant);
        created.Json["bot"]!["id"]!.GetValue<string>().ShouldBe($"28:{Activities.AppId}");

        var message = new OutboundMessage { ConversationId = "a:new", ChannelDetails = reach.ChannelDetails, EffectId = "e", Language = "en", Parts = [new TextPart("Hello")] };
        (await channel.SendAsync(message)).ShouldBe(Delivery.Delivered);
        side.ConnectorCalls[^1].Target.ShouldBe("/connector/v3/conversations/a%3Anew/activities");
        side.ConnectorCalls[^1].Json["recipient"]!["id"]!.GetValue<string>().ShouldBe("29:megan");
    }

    [Fact]
    public async Task Without_the_app_somebody_is_not_reachable_and_not_asked_for_again()
    {
        await JoinTeamAsync();
        side.Connector = [Answer.Error(403, "ForbiddenOperationException")];

        (await ReachAsync(Megan)).Status.ShouldBe(ReachStatus.NotReachable);
        (await ReachAsync(Megan)).Status.ShouldBe(ReachStatus.NotReachable);
        side.ConnectorCalls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task When_Teams_does_not_work_the_answer_says_so(int status)
    {
        await JoinTeamAsync();
        side.Connector = [Answer.Error(status, "x"), Answer.Created("a:new")];

        (await ReachAsync(Megan)).Status.ShouldBe(ReachStatus.Unavailable);
        (await ReachAsync(Megan)).Status.ShouldBe(ReachStatus.Reached);
    }

    private async Task JoinTeamAsync()
    {
        var added = Activities.Frame("conversationUpdate", side.ServiceUrl).InThread();
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = $"28:{Activities.AppId}" });
        await channel.ReceiveAsync(added);
    }

    private async Task<Reach> ReachAsync(PersonAddress address) => await channel.Channel.ReachAsync(address, TestContext.Current.CancellationToken);
}
