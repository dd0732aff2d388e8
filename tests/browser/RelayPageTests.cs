using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Tests;

namespace Spark.Browser.Tests;

/// <summary>Somebody on the web page and an agent at the desk's page, as both see it.</summary>
[Collection("demo")]
public sealed class RelayPageTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-browser-");
    private DeskSimulator desk = null!;
    private SparkHost host = null!;
    private Chromium chromium = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Chromium.Path is not null, "There is no Chromium on this machine.");
        foreach (var (name, content) in RelayBot.Files)
        {
            Write(name, content);
        }

        var port = LoopbackPort.Free();
        desk = await DeskSimulator.StartAsync(LoopbackPort.Free(), Token);
        Write("environment.yaml", RelayBot.Environment(port, desk.Url));
        host = await SparkHost.StartAsync(
            Path.Combine(folder.FullName, "environment.yaml"), Path.Combine(folder.FullName, "data"), port, Token, Path.Combine(folder.FullName, "bots"));
        chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (chromium?.DisposeAsync() ?? default);
        await (host?.DisposeAsync() ?? default);
        await (desk?.DisposeAsync() ?? default);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_person_waits_talks_with_an_agent_and_is_given_back()
    {
        var chat = await chromium.OpenAsync(new Uri(host.Url, "/chat"), width: 620, height: 860);
        var box = chat.Locator("[data-id=webchat-sendbox-input]");

        // What is typed before the page is connected stays in its box.
        await Assertions.Expect(chat.GetByText("Hello.").First).ToBeVisibleAsync();
        await SayAsync(box, "my laptop does not start");
        await Assertions.Expect(chat.GetByText("I heard my laptop does not start.").First).ToBeVisibleAsync();
        await SayAsync(box, "help");
        await Assertions.Expect(chat.GetByText("You are number 1, I wait with you.").First).ToBeVisibleAsync();
        await Chromium.ShootAsync(chat, "relay-waiting");

        var agent = await chromium.OpenAsync(desk.Url, width: 1100, height: 780);
        await Assertions.Expect(agent.GetByTestId("log")).ToContainTextAsync("my laptop does not start");
        await agent.GetByTestId("join").ClickAsync();
        await agent.GetByTestId("reply").FillAsync("Hello, is the light on?");
        await agent.GetByTestId("reply").PressAsync("Enter");
        await Assertions.Expect(chat.GetByText("Robin: Hello, is the light on?").First).ToBeVisibleAsync();
        await SayAsync(box, "no light at all");
        await Assertions.Expect(agent.GetByTestId("log")).ToContainTextAsync("no light at all");
        await Chromium.ShootAsync(chat, "relay-with-agent");
        await Chromium.ShootAsync(agent, "relay-desk");

        await agent.GetByTestId("close").ClickAsync();
        await Assertions.Expect(chat.GetByText("Back (closed).").First).ToBeVisibleAsync();
        await Chromium.ShootAsync(chat, "relay-back");
    }

    [Fact]
    public async Task An_operator_moves_a_waiting_conversation_and_gives_it_back_to_the_bot()
    {
        Assert.SkipUnless(File.Exists(Repository.Path("artifacts", "cockpit", "index.html")), "The cockpit's page was not built: there is no Node on this machine.");
        var chat = await chromium.OpenAsync(new Uri(host.Url, "/chat"), width: 620, height: 860);
        var box = chat.Locator("[data-id=webchat-sendbox-input]");
        await Assertions.Expect(chat.GetByText("Hello.").First).ToBeVisibleAsync();
        await SayAsync(box, "help");
        await Assertions.Expect(chat.GetByText("You are number 1, I wait with you.").First).ToBeVisibleAsync();

        var cockpit = await SignInAsync();
        await cockpit.GetByRole(AriaRole.Link, new() { Name = "Conversations" }).First.ClickAsync();
        await cockpit.Locator("table a.row-link").First.ClickAsync();
        await cockpit.GetByRole(AriaRole.Button, new() { Name = "Move…" }).ClickAsync();
        await cockpit.GetByLabel("Queue or skill").FillAsync("printers");
        await Assertions.Expect(cockpit.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("'helpers' keeps it");
        (await Accessibility.FindAsync(cockpit)).ShouldBeEmpty();
        await Chromium.ShootAsync(cockpit, "relay-move");
        await cockpit.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Move…" }).ClickAsync();
        await Notes.SeeAsync(cockpit, "'night' has the conversation now.");
        await desk.ConversationAsync(one => (string?)one["queue"] == "printers", Token);

        await cockpit.GetByRole(AriaRole.Button, new() { Name = "Give back to the bot" }).ClickAsync();
        await cockpit.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Give back to the bot" }).ClickAsync();
        await Notes.SeeAsync(cockpit, "The bot has the conversation again.");
        await Assertions.Expect(cockpit.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        (await cockpit.EvaluateAsync<bool>("() => document.elementFromPoint(320, 112).closest('.frame') !== null")).ShouldBeTrue("the note covers the page");
        await Assertions.Expect(chat.GetByText("Back (released).").First).ToBeVisibleAsync();
        await Chromium.ShootAsync(cockpit, "relay-released-cockpit");
        await Chromium.ShootAsync(chat, "relay-released-chat");

        await cockpit.GotoAsync(new Uri(host.Url, "/cockpit/audit").ToString());
        await Assertions.Expect(cockpit.GetByRole(AriaRole.Row, new() { Name = "conversation.released" })).ToContainTextAsync("account:ada");
        await Assertions.Expect(cockpit.GetByRole(AriaRole.Row, new() { Name = "conversation.reassigned" })).ToContainTextAsync("queue: printers");
        await Chromium.ShootAsync(cockpit, "cockpit-audit");
    }

    private async Task<IPage> SignInAsync()
    {
        var line = await host.WaitForLineAsync("/cockpit/first#", Token);
        var page = await chromium.OpenAsync(new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim()), width: 1280, height: 720);
        await page.GetByLabel("Name to sign in with").FillAsync("ada");
        await page.GetByLabel("Name that others see").FillAsync("Ada Lovelace");
        await page.GetByLabel("Password").FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeVisibleAsync();
        return page;
    }

    private static async Task SayAsync(ILocator box, string text)
    {
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
