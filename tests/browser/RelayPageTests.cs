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
        Write("environment.yaml", RelayBot.Environment(port, desk.Url, leaseSeconds: 120));
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
        await Assertions.Expect(chat.GetByText("Hello.").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await SayAsync(box, "my laptop does not start");
        await Assertions.Expect(chat.GetByText("I heard my laptop does not start.").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await SayAsync(box, "help");
        await Assertions.Expect(chat.GetByText("You are number 1, I wait with you.").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Chromium.ShootAsync(chat, "relay-waiting");

        var agent = await chromium.OpenAsync(desk.Url, width: 1100, height: 780);
        await Assertions.Expect(agent.GetByTestId("log")).ToContainTextAsync("my laptop does not start");
        await agent.GetByTestId("join").ClickAsync();
        await agent.GetByTestId("reply").FillAsync("Hello, is the light on?");
        await agent.GetByTestId("reply").PressAsync("Enter");
        await Assertions.Expect(chat.GetByText("Robin: Hello, is the light on?").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await SayAsync(box, "no light at all");
        await Assertions.Expect(agent.GetByTestId("log")).ToContainTextAsync("no light at all");
        await Chromium.ShootAsync(chat, "relay-with-agent");
        await Chromium.ShootAsync(agent, "relay-desk");

        await agent.GetByTestId("close").ClickAsync();
        await Assertions.Expect(chat.GetByText("Back (closed).").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Chromium.ShootAsync(chat, "relay-back");
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
