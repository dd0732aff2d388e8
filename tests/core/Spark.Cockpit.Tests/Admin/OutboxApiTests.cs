using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Outbox;

namespace Spark.Cockpit.Tests.Admin;

public sealed class OutboxApiTests : IAsyncLifetime
{
    private AdminServer server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await AdminServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Without_the_token_nothing_is_told()
    {
        using var answer = await server.Stranger.GetAsync(Relative("outbox"), Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_list_tells_where_effects_stand_and_not_what_they_say()
    {
        Add("c1", 1, OutboxStatus.Failed);
        Add("c2", 2, OutboxStatus.Delivered);
        Add("c3", 3, OutboxStatus.Claimed);

        var text = await server.Http.GetStringAsync(Relative("outbox"), Token);
        text.ShouldNotContain("private");
        Ids(text).ShouldBe(["c1", "c3"], ignoreOrder: true);
        Ids(await server.Http.GetStringAsync(Relative("outbox?status=failed"), Token)).ShouldBe(["c1"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        for (var number = 0; number < 7; number++)
        {
            Add($"c{number}", 1, OutboxStatus.Failed);
        }

        var found = new List<string>();
        string? after = null;
        do
        {
            var text = await server.Http.GetStringAsync(Relative($"outbox?limit=3{(after is null ? "" : "&after=" + after)}"), Token);
            found.AddRange(Ids(text));
            after = JsonDocument.Parse(text).RootElement.GetProperty("next").GetString();
        }
        while (after is not null);

        found.ShouldBe(Enumerable.Range(0, 7).Select(number => $"c{number}"), ignoreOrder: true);
    }

    [Fact]
    public async Task A_failed_one_is_opened_again_once()
    {
        var address = Add("c1", 1, OutboxStatus.Failed);
        (await PostAsync($"outbox/{address}/retry")).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync($"outbox/{address}/retry")).ShouldBe(HttpStatusCode.Conflict);
        server.Desk.Effects.Single().Entry.Status.ShouldBe(OutboxStatus.Pending);
        server.Desk.Effects.Single().Entry.IsLate.ShouldBeTrue();
    }

    [Fact]
    public async Task Dropping_needs_a_reason_and_keeps_it()
    {
        var address = Add("c1", 1, OutboxStatus.Unknown);
        (await PostAsync($"outbox/{address}/drop", new { reason = " " })).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync($"outbox/{address}/drop", new { reason = "told by phone" })).ShouldBe(HttpStatusCode.NoContent);
        server.Desk.Dropped.Single().Reason.ShouldBe("told by phone");
    }

    [Theory]
    [InlineData("outbox?status=lost")]
    [InlineData("outbox?after=nonsense")]
    public async Task A_question_that_means_nothing_is_refused(string address)
    {
        using var answer = await server.Http.GetAsync(Relative(address), Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldContain("SPK14004");
    }

    private static Uri Relative(string address) => new("/api/admin/" + address, UriKind.Relative);

    private static List<string> Ids(string json) =>
        [.. JsonDocument.Parse(json).RootElement.GetProperty("effects").EnumerateArray().Select(effect => effect.GetProperty("conversationId").GetString()!)];

    private string Add(string conversation, long sequence, OutboxStatus status)
    {
        var entry = Effects.Message(conversation, sequence, status);
        server.Desk.Effects.Add(Effects.Listed(entry));
        return entry.Address.Id;
    }

    private async Task<HttpStatusCode> PostAsync(string address, object? body = null)
    {
        using var answer = await server.Http.PostAsync(Relative(address), body is null ? null : JsonContent.Create(body), Token);
        return answer.StatusCode;
    }
}
