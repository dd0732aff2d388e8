using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests.Sparkcentral;

/// <summary>Somebody on the web asks for a human, gets a link, and goes on in Sparkcentral's messenger.</summary>
public sealed class MessengerLinkTests(SparkcentralDesks desks) : IClassFixture<SparkcentralDesks>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<string> LinkAsync(WebChatPerson person)
    {
        await person.SayAsync("my screen is black", Token);
        await person.SayAsync("send me a link", Token);
        var texts = await person.HearAsync(texts => texts.Any(text => text.StartsWith("Go on here: ", StringComparison.Ordinal)), Token);
        return texts.Last(text => text.StartsWith("Go on here: ", StringComparison.Ordinal))["Go on here: ".Length..];
    }

    private static async Task<string> ArriveAsync(SparkcentralDesk desk, string name)
    {
        var sent = await desk.Simulator.PostAsync(
            "/__sim/messages",
            new JsonObject
            {
                ["text"] = "hello",
                ["contact"] = new JsonObject
                {
                    ["name"] = "Ada",
                    ["attributes"] = new JsonArray(new JsonObject { ["attribute"] = "smooch-rtm-user-id", ["value"] = name, ["source"] = "MEDIUM" }),
                },
            },
            Token);
        return (string)sent["conversationId"]!;
    }

    [Theory]
    [InlineData("classic2019")]
    [InlineData("inbox2")]
    public async Task The_messenger_hands_over_at_once_with_what_was_said(string profile)
    {
        var desk = await desks.OfAsync(profile);
        using var person = await WebChatPerson.StartAsync(desk.Host.Url, Token);
        var link = new Uri(await LinkAsync(person));
        link.GetLeftPart(UriPartial.Authority).ShouldBe(desk.Host.Url.GetLeftPart(UriPartial.Authority), "the configured address");
        var name = link.Query["?with=".Length..];

        // Scanners open links.
        using var scanner = new HttpClient();
        for (var look = 0; look < 3; look++)
        {
            using var page = await scanner.GetAsync(link, Token);
            page.IsSuccessStatusCode.ShouldBeTrue();
            page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            page.Headers.CacheControl!.NoStore.ShouldBeTrue();
            (await page.Content.ReadAsStringAsync(Token)).ShouldContain(name);
        }

        var conversation = await ArriveAsync(desk, name);
        var queued = await desk.Simulator.InQueueAsync(conversation, "NEW", Token);
        queued["owner"].ShouldBeNull();
        var said = (await desk.RepliesAsync(conversation, 1)).ShouldHaveSingleItem();
        said.ShouldContain("> my screen is black");
        said.ShouldContain("< I heard my screen is black.");

        var again = await ArriveAsync(desk, name);
        (await desk.RepliesAsync(again, 1)).ShouldBe(["I heard hello."], "the token is used up");
        await person.SayAsync("one two", Token);
        await person.HearAsync(texts => texts.Contains("I heard one two."), Token);
    }

    [Fact]
    public async Task A_token_that_is_not_ours_brings_nothing()
    {
        var desk = await desks.OfAsync("classic2019");
        var conversation = await ArriveAsync(desk, "spark-link.AAAAAAAAAAAAAAAAAAAAAA");
        (await desk.RepliesAsync(conversation, 1)).ShouldBe(["I heard hello."]);
        using var http = new HttpClient { BaseAddress = desk.Host.Url };
        using var page = await http.GetAsync(new Uri("/connections/messenger/open?with=<script>", UriKind.Relative), Token);
        ((int)page.StatusCode).ShouldBe(404);
    }
}
