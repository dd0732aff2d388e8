using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Tests;

namespace Spark.Browser.Tests;

/// <summary>The cockpit as its users meet it, against a host of its own.</summary>
[Collection("demo")]
public sealed class CockpitTests : IAsyncLifetime
{
    private const string Password = "correct horse battery";

    private static readonly string[] Pages =
    [
        "/", "/conversations", "/deliveries", "/bots", "/bots/it-support", "/bots/it-support/design", "/channels", "/channels/new/web-chat",
        "/channels/new/sparkcentral", "/connections", "/plugins", "/support/credentials", "/support/credentials/new", "/support/api-calls",
        "/support/api-calls/new", "/support/categories", "/support/escalation", "/accounts", "/access-tokens", "/audit",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-cockpit-browser-");
    private CockpitHost host = null!;
    private Chromium chromium = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Chromium.Path is not null, "There is no Chromium on this machine.");
        Assert.SkipUnless(File.Exists(Repository.Path("artifacts", "cockpit", "index.html")), "The cockpit's page was not built: there is no Node on this machine.");
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
    public async Task The_first_administrator_signs_in_finds_a_conversation_and_asks_why_the_bot_replied_so()
    {
        await host.TalkAsync(Token);
        var page = await SignInAsync();
        var alerts = new List<string>();
        page.Dialog += (_, dialog) => alerts.Add(dialog.Message);

        await page.GetByRole(AriaRole.Link, new() { Name = "Conversations" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sam <script>alert(1)</script>" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Mia Chen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("the wifi does not work")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Why this reply?" }).Nth(1).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByText("wifi, score")).ToBeVisibleAsync();
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, "cockpit-why");
        alerts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_owner_sets_sparkcentral_up_as_its_own_pages_ask_and_people_are_answered()
    {
        await using var simulator = await Simulator.StartAsync(new Uri(host.Url, "/channels/sparkcentral"), LoopbackPort.Free(), Token);
        var page = await SignInAsync();
        await page.GotoAsync(new Uri(host.Url, "/cockpit/channels").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a channel" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sparkcentral" }).ClickAsync();
        await page.GetByLabel("Client id").FillAsync(Simulator.ClientId);
        await page.GetByLabel("Client secret").FillAsync(Simulator.ClientSecret);
        await page.GetByText("REST address").First.ClickAsync();
        await page.GetByLabel("REST address").FillAsync(simulator.Url.ToString());
        await page.GetByLabel("May connect to private addresses").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the credentials" }).ClickAsync();
        await Assertions.Expect(page.GetByText(new Uri(host.Url, "/channels/sparkcentral").ToString())).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "cockpit-sparkcentral-webhook");
        await page.GetByLabel("Shared secret").FillAsync(Simulator.Secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the shared secret" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "sparkcentral" })).ToContainTextAsync("Running");

        var conversation = await simulator.WriteAsync("hello", null, Token);

        (await simulator.RepliesAsync(conversation, 1, Token)).ShouldHaveSingleItem().ShouldContain("What can I do for you?");
        await page.GetByRole(AriaRole.Link, new() { Name = "Conversations" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "sparkcentral" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_designer_changes_a_text_on_the_canvas_tries_it_and_publishes_and_only_that_line_differs()
    {
        var before = await File.ReadAllTextAsync(Repository.Path("bots", "it-support", "dialogs", "goodbye.yaml"), Token);
        var page = await SignInAsync();
        await page.GotoAsync(new Uri(host.Url, "/cockpit/bots/it-support/design").ToString());
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a dialog" }).FillAsync("goodbye");
        await page.Locator(".react-flow__node").Filter(new() { HasText = "Have a good day!" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByLabel("Change the text").FillAsync("Have a splendid day!");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Changes" }).ClickAsync();
        await Assertions.Expect(page.Locator(".diff-added")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".diff-removed")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try it" }).ClickAsync();
        await page.GetByPlaceholder("Write something…").FillAsync("goodbye");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".talk-lines").GetByText("Have a splendid day!")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Chromium.ShootAsync(page, "cockpit-designer-trying");

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await page.GetByLabel("What has changed?").FillAsync("A better farewell");
        await page.GetByLabel("Publish although texts are not translated").CheckAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Published. New conversations get this version.").First).ToBeVisibleAsync(new() { Timeout = 20_000 });

        var after = await page.EvaluateAsync<string>("async () => (await (await fetch('/api/admin/bots/it-support/source')).json()).files['dialogs/goodbye.yaml']");
        after.ShouldBe(before.Replace("Have a good day!", "Have a splendid day!", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Everybody_can_use_every_page(string theme)
    {
        await host.TalkAsync(Token);
        var page = await SignInAsync();
        await page.EvaluateAsync($"localStorage.setItem('spark-theme', '{theme}')");
        var wrong = new List<string>();
        foreach (var path in Pages)
        {
            await page.GotoAsync(new Uri(host.Url, $"/cockpit{path}").ToString());
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(new() { Timeout = 20_000 });
            await page.WaitForFunctionAsync("() => !document.querySelector('.waiting')");
            wrong.AddRange((await Accessibility.FindAsync(page)).Select(violation => $"{path}: {violation}"));
            await Chromium.ShootAsync(page, $"cockpit{path.Replace('/', '-').TrimEnd('-')}-{theme}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_conversations_can_be_read_on_a_phone()
    {
        await host.TalkAsync(Token);
        var page = await SignInAsync();
        await page.SetViewportSizeAsync(390, 780);
        await page.GotoAsync(new Uri(host.Url, "/cockpit/conversations").ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Mia Chen" })).ToBeVisibleAsync();

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await Chromium.ShootAsync(page, "cockpit-phone");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mia Chen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("the wifi does not work")).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await Chromium.ShootAsync(page, "cockpit-phone-conversation");
    }

    private async Task<IPage> SignInAsync()
    {
        var page = await chromium.OpenAsync(host.First, width: 1280, height: 720);
        await page.GetByLabel("Name to sign in with").FillAsync("ada");
        await page.GetByLabel("Name that others see").FillAsync("Ada Lovelace");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        return page;
    }
}
