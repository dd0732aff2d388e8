using Spark.Cockpit.Tests.Support;
using Spark.Engine.Conversations;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Live;

public sealed class LiveTests
{
    private static readonly Episode Begun = new() { Number = 1, Bot = "b", Version = "1", Began = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_hears_that_something_changed_and_not_what()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(Role.Reader, Cancelled);
        using var page = await OpenAsync(browser, seen: null);
        (await NextAsync(page)).ShouldBe(["retry: 3000", "id: none"]);

        await StoredConversation.WriteAsync(server, "a-secret-address", Begun, "Ada");

        var told = await NextAsync(page);
        told[0].ShouldBe("event: changed");
        string.Join(' ', told).ShouldNotContain("a-secret-address");
    }

    [Fact]
    public async Task What_changed_while_a_page_was_away_is_told_when_it_comes_back()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(Role.Reader, Cancelled);
        await StoredConversation.WriteAsync(server, "a", Begun, "Ada");
        string seen;
        using (var first = await OpenAsync(browser, seen: null))
        {
            seen = (await NextAsync(first))[^1]["id: ".Length..];
        }

        using (var unchanged = await OpenAsync(browser, seen))
        {
            (await NextAsync(unchanged)).ShouldBe(["retry: 3000", $"id: {seen}"]);
        }

        await StoredConversation.WriteAsync(server, "b", Begun with { Began = Begun.Began.AddHours(1) }, "Grace");
        using var again = await OpenAsync(browser, seen);
        (await NextAsync(again)).ShouldContain("event: changed");
    }

    private static async Task<StreamReader> OpenAsync(HttpClient browser, string? seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/admin/live");
        if (seen is not null)
        {
            request.Headers.Add("Last-Event-ID", seen);
        }

        var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        answer.EnsureSuccessStatusCode();
        return new(await answer.Content.ReadAsStreamAsync(Cancelled));
    }

    // One message: its lines, up to the empty one.
    private static async Task<List<string>> NextAsync(StreamReader page)
    {
        List<string> lines = [];
        while (await page.ReadLineAsync(Cancelled) is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
