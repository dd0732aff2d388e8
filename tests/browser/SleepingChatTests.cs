using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>A tab with the chat that sleeps over night: its stream is gone, and its token runs out.</summary>
public sealed class SleepingChatTests : IAsyncLifetime
{
    private const string Input = "[data-id=webchat-sendbox-input]";
    private const string Kept = "Object.entries(sessionStorage).find(([key]) => key.startsWith('spark-chat:'))";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-browser-");
    private CockpitHost host = null!;
    private Chromium chromium = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Chromium.Path is not null, "There is no Chromium on this machine.");
        host = await CockpitHost.StartAsync(folder, Token);
        chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (chromium?.DisposeAsync() ?? default);
        await (host?.DisposeAsync() ?? default);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_goes_on_in_its_conversation_with_what_was_said_meanwhile()
    {
        var page = await chromium.OpenAsync(new(host.Url, "/chat"), width: 1000, height: 760);
        await Assertions.Expect(page.Locator("button.webchat__suggested-actions__button").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await SayAsync(page, "reset my password");
        await Assertions.Expect(Said(page, "Which account is it?")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        var before = await KeptAsync(page);
        var old = RunOut(before.Token);
        await page.EvaluateAsync($"token => {{ const [key, kept] = {Kept}; sessionStorage.setItem(key, JSON.stringify({{ ...JSON.parse(kept), token }})); }}", old);

        // The stream is gone, and what is said meanwhile does not arrive. The tab wakes before its network does.
        await page.Context.SetOfflineAsync(true);
        await SayElsewhereAsync(before, "jo@acme.com");
        await Assertions.Expect(page.Locator("#status")).ToHaveAttributeAsync("data-state", "connecting", new() { Timeout = 40_000 });
        await Chromium.ShootAsync(page, "chat-wakes");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("#status")).ToHaveAttributeAsync("data-state", "online", new() { Timeout = 40_000 });
        await Assertions.Expect(Said(page, "Do you have your phone")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Assertions.Expect(Said(page, "Which account is it?")).ToHaveCountAsync(1);
        await Assertions.Expect(Said(page, "reset my password")).ToHaveCountAsync(1);
        var after = await KeptAsync(page);
        after.Conversation.ShouldBe(before.Conversation);
        after.Token.ShouldNotBeOneOf(old, before.Token);

        await SayAsync(page, "yes");
        await Assertions.Expect(Said(page, "Have you chosen a new password?")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, "chat-woken");
    }

    private static ILocator Said(IPage page, string text) => page.Locator(".webchat__bubble", new() { HasText = text });

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator(Input).FillAsync(text, new() { Timeout = 20_000 });
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task SayElsewhereAsync((string Conversation, string Token) kept, string text)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, $"/channels/web/v3/directline/conversations/{kept.Conversation}/activities"))
        {
            Content = JsonContent.Create(new { type = "message", text }),
        };
        request.Headers.Authorization = new("Bearer", kept.Token);
        using var answer = await http.SendAsync(request, Token);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<(string Conversation, string Token)> KeptAsync(IPage page)
    {
        var kept = await page.EvaluateAsync<string[]>($"() => {{ const {{ conversationId, token }} = JSON.parse({Kept}[1]); return [conversationId, token]; }}");
        return (kept[0], kept[1]);
    }

    // The same token as if it had been given nine hours earlier: signed as the channel signs, so that the host finds nothing wrong with it but its age.
    private static string RunOut(string token)
    {
        var parts = token.Split('.');
        var payload = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        payload["exp"] = payload["exp"]!.GetValue<long>() - (long)TimeSpan.FromHours(9).TotalSeconds;
        var signed = $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()))}";
        var key = HMACSHA256.HashData("a-secret-of-the-browser-tests"u8, "spark web-chat conversation tokens"u8);
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)))}";
    }
}
