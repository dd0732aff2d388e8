using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Spark.ApiCalls;
using Spark.Offload.Itsm.Tests.Support;

namespace Spark.Offload.Itsm.Tests;

public sealed class TicketDeskTests
{
    private readonly EagerClock clock = new();
    private readonly ScriptedDesk desk = new();
    private readonly MemoryEscalation escalation;

    public TicketDeskTests() => escalation = new(clock);

    [Fact]
    public async Task A_ticket_is_opened_and_noted()
    {
        var decision = await OpenAsync("c-1-0");

        (decision.Result, decision.Ticket!.Number, decision.Ticket.Id, decision.Ticket.Url, decision.Category)
            .ShouldBe((OffloadResult.Created, "INC1", "abc", new Uri("https://desk.example/abc"), "Network: VPN"));
        desk.Runs.ShouldBe(["create"]);
        escalation.Attempts.ShouldHaveSingleItem().Result.ShouldBe(OffloadResult.Created);
    }

    [Fact]
    public async Task The_same_request_made_again_opens_nothing()
    {
        await OpenAsync("c-1-0");
        (await OpenAsync("c-1-0")).Result.ShouldBe(OffloadResult.Created);
        desk.Creations.ShouldBe(1);
    }

    [Theory]
    [InlineData(ApiCallEnd.Unknown)]
    [InlineData(ApiCallEnd.Incomplete)]
    public async Task What_is_unclear_is_looked_for_until_it_shows(ApiCallEnd end)
    {
        (desk.CreateEnd, desk.ShowsAtSearch) = (end, 4);

        (await OpenAsync("c-1-0")).Result.ShouldBe(OffloadResult.Created);

        desk.Runs.ShouldBe(["create", "find", "find", "find", "find"]);
    }

    [Fact]
    public async Task What_does_not_show_in_two_minutes_may_exist_and_nothing_more_is_opened()
    {
        (desk.CreateEnd, desk.ShowsAtSearch) = (ApiCallEnd.Unknown, null);
        var began = clock.GetUtcNow();

        var decision = await OpenAsync("c-1-0");

        (decision.Result, decision.Notice, decision.Portal).ShouldBe((OffloadResult.Unknown, "Perhaps.", new Uri("https://portal.example/")));
        (clock.GetUtcNow() - began).ShouldBe(TimeSpan.FromMinutes(2));
        (await OpenAsync("c-5-0")).Result.ShouldBe(OffloadResult.Unknown);
        desk.Creations.ShouldBe(1);

        // It was committed late, after everybody had given up: who asks then is told.
        desk.ShowsAtSearch = 1;
        (await OpenAsync("c-9-0")).Ticket!.Number.ShouldBe("INC1");
        desk.Creations.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_whose_process_died_is_looked_for_and_never_sent_again()
    {
        escalation.Attempts.Add(new() { EffectId = "c-1-0", CorrelationId = "spark-c-1-0", BeganAt = clock.GetUtcNow() });
        desk.ShowsAtSearch = null;

        (await OpenAsync("c-1-0")).Result.ShouldBe(OffloadResult.Unknown);

        desk.Creations.ShouldBe(0);
    }

    [Theory]
    [InlineData(ApiCallEnd.Refused)]
    [InlineData(ApiCallEnd.NotSent)]
    public async Task What_the_desk_refuses_can_be_asked_for_again(ApiCallEnd end)
    {
        desk.CreateEnd = end;
        var refused = await OpenAsync("c-1-0");
        (refused.Result, refused.Notice).ShouldBe((OffloadResult.Failed, "Help yourself."));

        desk.CreateEnd = ApiCallEnd.Succeeded;
        (await OpenAsync("c-3-0")).Result.ShouldBe(OffloadResult.Created);
        desk.Creations.ShouldBe(2);
    }

    [Fact]
    public async Task An_open_ticket_is_named_added_to_or_left_for_a_new_one_as_the_step_wishes()
    {
        await OpenAsync("c-1-0");

        (await OpenAsync("c-3-0", "ask")).Result.ShouldBe(OffloadResult.Exists);
        (await OpenAsync("c-5-0", "add")).Result.ShouldBe(OffloadResult.Exists);
        (desk.Runs[^1], desk.LastParameters.GetProperty("ticketId").GetString(), desk.LastParameters.GetProperty("shortDescription").GetString())
            .ShouldBe(("add", "abc", "It is broken"));
        desk.Creations.ShouldBe(1);

        (await OpenAsync("c-7-0", "new")).Result.ShouldBe(OffloadResult.Created);
        desk.Creations.ShouldBe(2);
    }

    [Fact]
    public async Task A_closed_ticket_is_in_nobody_s_way()
    {
        await OpenAsync("c-1-0");
        desk.IsOpen = false;

        (await OpenAsync("c-3-0", "ask")).Result.ShouldBe(OffloadResult.Created);
        desk.Creations.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_way_to_look_what_is_unclear_stays_so()
    {
        (escalation.HasFindCall, desk.CreateEnd) = (false, ApiCallEnd.Unknown);

        (await OpenAsync("c-1-0")).Result.ShouldBe(OffloadResult.Unknown);

        desk.Runs.ShouldBe(["create"]);
    }

    [Fact]
    public async Task Without_settings_the_person_gets_the_fallback()
    {
        escalation.Problem = "SPK11045: no administrator has set how tickets are opened.";
        var decision = await OpenAsync("c-1-0");
        (decision.Result, decision.Notice, desk.Runs.Count).ShouldBe((OffloadResult.Failed, "Help yourself.", 0));
    }

    private async Task<OffloadDecision> OpenAsync(string effect, string? existing = null)
    {
        var provider = TicketDesk.Create(new(), new()
        {
            InstanceId = "incidents", Http = new HttpClient(), Time = clock, Logs = NullLoggerFactory.Instance, PublicUrl = new("http://localhost"),
            ApiCalls = desk, Escalation = escalation,
        });
        using var fields = JsonDocument.Parse(existing is null ? "{}" : $$"""{"existing":"{{existing}}"}""");
        using var none = JsonDocument.Parse("{}");
        return await provider.OpenAsync(
            new()
            {
                EffectId = effect, ConversationId = "c", ChannelInstance = "web", Channel = "web-chat", Language = "en",
                Fields = fields.RootElement, Variables = none.RootElement,
            },
            TestContext.Current.CancellationToken);
    }
}
