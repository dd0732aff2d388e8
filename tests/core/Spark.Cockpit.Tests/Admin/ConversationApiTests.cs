using System.Net;
using System.Text.Json;
using Spark.Channels;
using Spark.Cockpit.Tests.Support;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Feeds;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Tests.Admin;

public sealed class ConversationApiTests : IAsyncLifetime
{
    private AdminServer server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await AdminServer.StartAsync();
        Add("a/b c", Effects.Noon);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_found_by_its_key_and_by_the_channels_own_id(bool byKey)
    {
        var address = byKey ? ConversationKey.Of(Effects.Instance, "a/b c").ToString() : $"{Effects.Instance}/a/b c";
        var view = JsonDocument.Parse(await ShowAsync(address, texts: false)).RootElement;
        view.GetProperty("conversation").GetProperty("owner").GetString().ShouldBe("Provider");
        view.GetProperty("waitsFor").GetString()!.ShouldContain("question 4");
        view.GetProperty("timers")[0].GetProperty("name").GetString().ShouldBe("silence");
        view.GetProperty("effects").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_was_said_is_shown_only_when_it_is_asked_for()
    {
        var address = $"{Effects.Instance}/a/b c";
        var masked = await ShowAsync(address, texts: false);
        masked.ShouldNotContain("my private words");
        masked.ShouldNotContain("a private text");

        var open = await ShowAsync(address, texts: true);
        open.ShouldContain("my private words");
        open.ShouldContain("a private text");
    }

    [Fact]
    public async Task A_list_goes_on_where_the_page_before_ended()
    {
        for (var number = 0; number < 4; number++)
        {
            Add($"later-{number}", Effects.Noon.AddMinutes(number));
        }

        var found = new List<string>();
        string? before = null;
        do
        {
            var text = await server.Http.GetStringAsync(Relative($"conversations?limit=2{(before is null ? "" : "&before=" + before)}"), Token);
            var root = JsonDocument.Parse(text).RootElement;
            found.AddRange(root.GetProperty("conversations").EnumerateArray().Select(line => line.GetProperty("conversationId").GetString()!));
            before = root.GetProperty("next").GetString();
        }
        while (before is not null);

        found.Count.ShouldBe(5);
        found.Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
    }

    [Fact]
    public async Task One_that_is_not_there_is_not_found_and_one_that_is_no_name_is_refused()
    {
        (await StatusAsync("web/nobody")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("nobody")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Giving_back_needs_a_host_that_runs_bots()
    {
        using var answer = await server.Http.PostAsync(Relative("conversation/release?address=" + Uri.EscapeDataString("web/a/b c")), null, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldContain("SPK12012");
    }

    [Theory]
    [InlineData("""{"number":"INC1","state":"resolved","url":"https://acme.example/INC1"}""", "web/a/b c", HttpStatusCode.Conflict, "SPK12012")]
    [InlineData("""{"number":"INC1"}""", "nobody", HttpStatusCode.BadRequest, "SPK14004")]
    [InlineData("""{"number":" "}""", "web/a/b c", HttpStatusCode.BadRequest, "SPK14004")]
    [InlineData("""{"state":"resolved"}""", "web/a/b c", HttpStatusCode.BadRequest, "SPK14004")]
    [InlineData("""{"number":"INC1","url":"javascript:alert(1)"}""", "web/a/b c", HttpStatusCode.BadRequest, "SPK14004")]
    [InlineData("""{"number":"INC1","url":"/INC1"}""", "web/a/b c", HttpStatusCode.BadRequest, "SPK14004")]
    [InlineData("not json", "web/a/b c", HttpStatusCode.BadRequest, "SPK14004")]
    public async Task News_of_a_ticket_must_be_readable_and_needs_a_host_that_runs_bots(string body, string address, HttpStatusCode status, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await server.Http.PostAsync(Relative("conversation/ticket?address=" + Uri.EscapeDataString(address)), content, Token);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldContain(code);
    }

    private static Uri Relative(string address) => new("/api/admin/" + address, UriKind.Relative);

    private Task<string> ShowAsync(string address, bool texts) =>
        server.Http.GetStringAsync(Relative($"conversation?address={Uri.EscapeDataString(address)}&texts={(texts ? "true" : "false")}"), Token);

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await server.Http.GetAsync(Relative($"conversation?address={Uri.EscapeDataString(address)}"), Token);
        return answer.StatusCode;
    }

    private void Add(string id, DateTimeOffset at)
    {
        var key = ConversationKey.Of(Effects.Instance, id);
        var state = new ConversationState
        {
            Owner = Owner.Provider,
            Waiting = new WaitingForAnswer { Question = 4 },
            Timers = [new("silence", at.AddHours(1), 1)],
        };
        var said = new InboundReceived
        {
            At = at,
            Seed = 1,
            Channel = "any",
            ChannelInstance = Effects.Instance,
            Inbound = new MessageReceived { ConversationId = id, Keys = ["k"], MessageId = "m", Parts = [new TextPart("my private words")] },
        };
        server.Conversations.All.Add((
            new(new(key, Effects.Instance, id, 1, Owner.Provider, at, at), state, [], at.AddHours(1)),
            [new LoggedTurn(1, said, [Effects.Message(id, 1, OutboxStatus.Failed)])]));
    }
}
