using System.Net;
using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Tests;

namespace Spark.Browser.Tests;

/// <summary>Files, history and the chat in another site, in a real browser against a real host.</summary>
public sealed class WebChatFilesTests : IAsyncLifetime
{
    private const string Input = "[data-id=webchat-sendbox-input]";

    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

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
    public async Task A_picture_is_sent_shown_and_there_after_a_reload_and_its_link_is_nobody_elses()
    {
        var page = await chromium.OpenAsync(new(host.Url, "/chat"), width: 1000, height: 760);
        await Assertions.Expect(Suggested(page).First).ToBeVisibleAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "shot.png", MimeType = "image/png", Buffer = Png });
        await Assertions.Expect(page.Locator("#tray")).ToContainTextAsync("shot.png");
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, "chat-tray");
        await page.Locator(Input).FillAsync("Look at this");
        await page.Keyboard.PressAsync("Enter");

        var picture = page.Locator($"img[src*='/files/']");
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#tray")).ToBeHiddenAsync();
        await Chromium.ShootAsync(page, "chat-picture");
        await page.ReloadAsync();
        await Assertions.Expect(picture).ToHaveCountAsync(1);
        (await picture.EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)")).ShouldBe(1);
        await Assertions.Expect(page.Locator(".webchat__bubble", new() { HasText = "Look at this" })).ToHaveCountAsync(1);
        await LinkIsNobodyElsesAsync(new((await picture.GetAttributeAsync("src"))!));
    }

    [Fact]
    public async Task What_cannot_go_is_said_before_it_goes_and_what_the_server_refuses_after()
    {
        var page = await chromium.OpenAsync(new(host.Url, "/chat"), width: 1000, height: 760);
        await Assertions.Expect(Suggested(page).First).ToBeVisibleAsync();
        await page.EvaluateAsync(
            """
            () => {
              const files = new DataTransfer();
              files.items.add(new File(['MZ'], 'run.exe', { type: 'application/x-msdownload' }));
              document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));
            }
            """);
        await Assertions.Expect(page.Locator("#notice")).ToContainTextAsync("run.exe: Files of this kind are not taken here.");
        await page.Locator("#notice-close").ClickAsync();

        await page.EvaluateAsync(
            """
            () => {
              const files = new DataTransfer();
              files.items.add(new File(['<script>alert(1)</script>'], 'a.png', { type: 'image/png' }));
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: files }));
            }
            """);
        await Assertions.Expect(page.Locator("#tray")).ToContainTextAsync("a.png");
        await page.Locator(Input).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#notice")).ToContainTextAsync("Files of this kind are not taken here.");
        await Chromium.ShootAsync(page, "chat-refused");
    }

    [Fact]
    public async Task The_snippet_opens_by_keyboard_on_a_strict_site_keeps_the_conversation_and_leaves_no_globals()
    {
        using var site = new ForeignSite(host.Url, host.FriendPort);
        var page = await chromium.OpenAsync(site.Url, width: 1000, height: 760);
        var launcher = page.GetByRole(AriaRole.Button, new() { Name = "Chat öffnen" });
        await launcher.FocusAsync();
        await Chromium.ShootAsync(page, "snippet-closed");
        await page.Keyboard.PressAsync("Enter");
        var chat = page.FrameLocator("iframe");
        await Assertions.Expect(chat.Locator(Input)).ToBeFocusedAsync();
        await Assertions.Expect(chat.Locator("button.webchat__suggested-actions__button").First).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("hallo");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Locator(".webchat__bubble", new() { HasText = "hallo" })).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "snippet-open");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(launcher).ToBeFocusedAsync();

        await page.ReloadAsync();
        await launcher.ClickAsync();
        await Assertions.Expect(chat.Locator(".webchat__bubble", new() { HasText = "hallo" })).ToHaveCountAsync(1);
        (await page.EvaluateAsync<string>("Object.keys(window).filter(name => /spark|chat/i.test(name)).join()")).ShouldBeEmpty();
        await page.SetViewportSizeAsync(390, 780);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(launcher).ToBeHiddenAsync();
        await Chromium.ShootAsync(page, "snippet-phone-dark");
    }

    [Fact]
    public async Task A_chat_that_comes_late_is_shown_in_the_place_of_the_failure()
    {
        using var site = new ForeignSite(host.Url, host.FriendPort);
        var page = await chromium.OpenAsync(site.Url, width: 1000, height: 760);
        await page.Clock.InstallAsync();
        var asked = new TaskCompletionSource<IRoute>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(address => address.StartsWith(new Uri(host.Url, "/chat").ToString(), StringComparison.Ordinal), asked.SetResult, new() { Times = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Chat öffnen" }).ClickAsync();
        var route = await asked.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);
        var failed = page.GetByText("Der Chat kann auf dieser Seite nicht angezeigt werden.");

        await page.Clock.FastForwardAsync(20_000);
        await Assertions.Expect(failed).ToBeVisibleAsync();
        await route.ContinueAsync();

        await Assertions.Expect(page.FrameLocator("iframe").Locator(Input)).ToBeVisibleAsync();
        await Assertions.Expect(failed).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_site_that_is_not_allowed_shows_nothing_and_may_not_ask()
    {
        using var site = new ForeignSite(host.Url, LoopbackPort.Free());
        var page = await chromium.OpenAsync(site.Url, width: 1000, height: 760);
        var blocked = page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Chat öffnen" }).ClickAsync();
        await blocked;

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, "/channels/web/v3/directline/tokens/generate"));
        request.Headers.Add("Origin", site.Url.GetLeftPart(UriPartial.Authority));
        using var http = new HttpClient();
        using var answer = await http.SendAsync(request, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldContain("OriginNotAllowed");
    }

    [Fact]
    public async Task A_long_conversation_comes_back_with_its_end_and_earlier_messages_on_demand_in_order()
    {
        var page = await chromium.OpenAsync(new(host.Url, "/chat"), width: 900, height: 700);
        await Assertions.Expect(Suggested(page).First).ToBeVisibleAsync();
        await page.EvaluateAsync(
            """
            async () => {
              const [key] = Object.keys(sessionStorage);
              const { conversationId, token } = JSON.parse(sessionStorage.getItem(key));
              for (let i = 0; i < 40; ) {
                const body = JSON.stringify({ type: 'message', text: `line ${i}`, channelData: { clientActivityID: `x${i}` } });
                const sent = await fetch(`${key.slice('spark-chat:'.length)}/conversations/${conversationId}/activities`, { body, headers: { Authorization: `Bearer ${token}` }, method: 'POST' });
                i += sent.ok ? 1 : 0;
              }
            }
            """);
        await page.ReloadAsync();
        await Assertions.Expect(Line(page, 39)).ToHaveCountAsync(1);
        await Assertions.Expect(Line(page, 0)).ToHaveCountAsync(0);
        await Chromium.ShootAsync(page, "chat-earlier");
        await page.Locator("#earlier").ClickAsync();
        await Assertions.Expect(Line(page, 0)).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#earlier")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".webchat__bubble", new() { HasTextRegex = new(@"^\s*line \d+\s*$") })).ToHaveTextAsync(Enumerable.Range(0, 40).Select(i => $"line {i}"));
    }

    private static ILocator Suggested(IPage page) => page.Locator("button.webchat__suggested-actions__button");

    private static ILocator Line(IPage page, int number) =>
        page.Locator(".webchat__bubble", new() { HasTextRegex = new($"^\\s*line {number}\\s*$") });

    private static async Task LinkIsNobodyElsesAsync(Uri link)
    {
        using var http = new HttpClient();
        using var file = await http.GetAsync(link, Token);
        (await file.Content.ReadAsByteArrayAsync(Token)).ShouldBe(Png);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        using var bare = await http.GetAsync(new Uri(link.GetLeftPart(UriPartial.Path)), Token);
        bare.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var forged = await http.GetAsync(new Uri(link.ToString().Replace("until=1", "until=2", StringComparison.Ordinal)), Token);
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
