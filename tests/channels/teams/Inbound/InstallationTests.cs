using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Tests;

namespace Spark.Channels.Teams.Tests.Inbound;

public sealed class InstallationTests : IAsyncLifetime
{
    private FarSide side = null!;
    private TestChannel channel = null!;

    public async ValueTask InitializeAsync()
    {
        side = await FarSide.StartAsync();
        channel = new TestChannel(side, settings => settings with { LookUpPeople = true });
    }

    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return side.DisposeAsync();
    }

    [Fact]
    public async Task Every_update_of_an_installation_tells_of_one_beginning_and_a_redelivery_of_one_update()
    {
        var installed = Installed("add");
        ConversationStarted[] told =
        [
            await channel.AcceptAsync<ConversationStarted>(installed), await channel.AcceptAsync<ConversationStarted>(installed),
            await channel.AcceptAsync<ConversationStarted>(Added()), await channel.AcceptAsync<ConversationStarted>(Installed("add")),
        ];

        told.ShouldAllBe(started => started.BotSpeaksFirst && started.Once && started.ConversationId == Activities.PersonalChat);
        told[1].Keys.ShouldBe(told[0].Keys);
        told.Select(started => started.Keys.Single()).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Whoever_installs_the_app_is_known_by_principal_name()
    {
        side.Roster = [new JsonObject { ["members"] = new JsonArray(Activities.Member("alex", Activities.AlexObjectId)) }];

        var started = await channel.AcceptAsync<ConversationStarted>(Installed("add"));

        started.Person!.Email.ShouldBe("alex@mail.example");
        started.ChannelDetails!.Value.GetProperty("user").GetProperty("userPrincipalName").GetString().ShouldBe("alex@contoso.example");
        var known = channel.People.All.ShouldHaveSingleItem();
        known.Id.ShouldBe(Activities.Alex);
        known.PrincipalName.ShouldBe("alex@contoso.example");
        known.ConversationId.ShouldBe(Activities.PersonalChat);
        known.IsReachable.ShouldBeTrue();
    }

    [Fact]
    public async Task The_roster_is_read_to_its_last_page_and_once()
    {
        side.Roster =
        [
            new JsonObject { ["members"] = new JsonArray(Activities.Member("megan", "aaaaaaaa-0000-4000-8000-000000000002")), ["continuationToken"] = "1" },
            new JsonObject { ["members"] = new JsonArray(Activities.Member("alex", Activities.AlexObjectId)) },
        ];

        for (var i = 0; i < 4; i++)
        {
            (await channel.AcceptAsync<MessageReceived>(Activities.Message(side.ServiceUrl, "hi"))).Person!.Email.ShouldBe("alex@mail.example");
        }

        side.RosterCalls.Count.ShouldBe(2);
        channel.People.Writes.ShouldBe(1);
    }

    [Fact]
    public async Task A_roster_that_cannot_be_read_keeps_nobody_waiting_and_is_asked_again_later()
    {
        (await channel.AcceptAsync<MessageReceived>(Activities.Message(side.ServiceUrl, "hi"))).Person!.Email.ShouldBeNull();
        (await channel.AcceptAsync<MessageReceived>(Activities.Message(side.ServiceUrl, "hi"))).Person!.Email.ShouldBeNull();
        side.RosterCalls.Count.ShouldBe(1);

        side.Roster = [new JsonObject { ["members"] = new JsonArray(Activities.Member("alex", Activities.AlexObjectId)) }];
        channel.Clock.Advance(TimeSpan.FromMinutes(2));
        (await channel.AcceptAsync<MessageReceived>(Activities.Message(side.ServiceUrl, "hi"))).Person!.Email.ShouldBe("alex@mail.example");
    }

    [Fact]
    public async Task A_roster_that_comes_late_still_makes_the_person_known_by_principal_name()
    {
        var gate = new TaskCompletionSource();
        side.RosterGate = gate.Task;
        side.Roster = [new JsonObject { ["members"] = new JsonArray(Activities.Member("alex", Activities.AlexObjectId)) }];
        var installing = channel.AcceptAsync<ConversationStarted>(Installed("add"));
        await Condition.HoldsAsync(() => side.RosterCalls.Count == 1);

        // Whether the wait has begun before the look-up reaches the other side or after it is the machine's to say.
        do
        {
            channel.Clock.Advance(TimeSpan.FromSeconds(4));
        }
        while (await Task.WhenAny(installing, Task.Delay(5_000, TestContext.Current.CancellationToken)) != installing);
        (await installing).Person!.Email.ShouldBeNull();
        channel.People.All.ShouldHaveSingleItem().PrincipalName.ShouldBeNull();
        gate.SetResult();

        await Condition.HoldsAsync(() => channel.People.All.Single().PrincipalName == "alex@contoso.example");
        channel.People.All.Single().ConversationId.ShouldBe(Activities.PersonalChat);
    }

    [Fact]
    public async Task Whoever_was_not_found_on_a_roster_that_failed_is_looked_for_again_without_writing()
    {
        await channel.AcceptAsync<ConversationStarted>(Installed("add"));
        await channel.AcceptAsync<ConversationLeft>(Installed("remove"));
        channel.People.All.ShouldHaveSingleItem().PrincipalName.ShouldBeNull();
        side.Roster = [new JsonObject { ["members"] = new JsonArray(Activities.Member("alex", Activities.AlexObjectId)) }];

        await Condition.HoldsAsync(() =>
        {
            channel.Clock.Advance(TimeSpan.FromSeconds(1));
            return channel.People.All.Single().PrincipalName == "alex@contoso.example";
        });

        channel.People.All.Single().IsReachable.ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_takes_the_app_away_is_not_reachable_until_it_comes_back()
    {
        await channel.ReceiveAsync(Installed("add"));

        var gone = await channel.AcceptAsync<ConversationLeft>(Installed("remove"));
        gone.ConversationId.ShouldBe(Activities.PersonalChat);
        channel.People.All.ShouldHaveSingleItem().IsReachable.ShouldBeFalse();

        await channel.ReceiveAsync(Installed("add"));
        channel.People.All.ShouldHaveSingleItem().IsReachable.ShouldBeTrue();
    }

    [Fact]
    public async Task A_team_that_takes_the_app_away_ends_nobodys_conversation()
    {
        var receipt = await channel.ReceiveAsync(Installed("remove").InThread());

        receipt.Answer.Status.ShouldBe(200);
        receipt.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_team_that_adds_the_app_makes_its_people_known_and_says_nothing()
    {
        side.Roster =
        [
            new JsonObject { ["members"] = new JsonArray(Activities.Member("megan", "aaaaaaaa-0000-4000-8000-000000000002")), ["continuationToken"] = "1" },
            new JsonObject { ["members"] = new JsonArray(Activities.Member("lee", "aaaaaaaa-0000-4000-8000-000000000004")) },
        ];

        var receipt = await channel.ReceiveAsync(Added().InThread());

        receipt.Events.ShouldBeEmpty();
        channel.People.All.Select(person => person.PrincipalName).ShouldBe(["lee@contoso.example", "megan@contoso.example"], ignoreOrder: true);
        channel.People.All.ShouldAllBe(person => person.ConversationId == null && person.ChannelDetails != null);
    }

    [Fact]
    public async Task A_roster_that_breaks_off_makes_known_who_was_read()
    {
        side.Roster = [new JsonObject { ["members"] = new JsonArray(Activities.Member("megan", "aaaaaaaa-0000-4000-8000-000000000002")), ["continuationToken"] = "1" }];

        (await channel.ReceiveAsync(Added().InThread())).Answer.Status.ShouldBe(200);

        channel.People.All.ShouldHaveSingleItem().PrincipalName.ShouldBe("megan@contoso.example");
    }

    [Fact]
    public async Task Other_members_and_other_updates_say_nothing()
    {
        var joined = Activities.Frame("conversationUpdate", side.ServiceUrl).InThread();
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:lee" });
        var renamed = Activities.Frame("conversationUpdate", side.ServiceUrl).InThread();
        renamed["channelData"]!["eventType"] = "channelRenamed";

        (await channel.ReceiveAsync(joined)).Events.ShouldBeEmpty();
        (await channel.ReceiveAsync(renamed)).Events.ShouldBeEmpty();
    }

    private JsonObject Installed(string action)
    {
        var activity = Activities.Frame("installationUpdate", side.ServiceUrl);
        activity["action"] = action;
        return activity;
    }

    private JsonObject Added()
    {
        var activity = Activities.Frame("conversationUpdate", side.ServiceUrl);
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:alex" }, new JsonObject { ["id"] = $"28:{Activities.AppId}" });
        return activity;
    }
}
