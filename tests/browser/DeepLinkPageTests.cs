using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Browser.Tests;

/// <summary>The page to which a link leads, with a stand-in for Sparkcentral's messenger in it.</summary>
[Collection("demo")]
public sealed class DeepLinkPageTests
{
    private const string Way = "Go on here: ";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_messenger_opens_and_an_agent_knows_what_was_said()
    {
        Assert.SkipUnless(Chromium.Path is not null, "There is no Chromium on this machine.");
        await using var desk = await SparkcentralDesk.StartAsync("classic2019");
        await using var chromium = await Chromium.StartAsync();
        using var person = await WebChatPerson.StartAsync(desk.Host.Url, Token);
        await person.SayAsync("my screen is black", Token);
        await person.SayAsync("send me a link", Token);
        var texts = await person.HearAsync(texts => texts.Any(IsLink), Token);
        var link = new Uri(texts.Single(IsLink)[Way.Length..]);

        var page = await chromium.OpenAsync(link, width: 900, height: 680);
        var messenger = page.FrameLocator("iframe");
        await Assertions.Expect(messenger.Locator("form[data-ready]")).ToBeVisibleAsync();
        await messenger.GetByTestId("messenger-input").FillAsync("hello");
        await messenger.GetByTestId("messenger-input").PressAsync("Enter");
        await Assertions.Expect(messenger.Locator("#bubbles")).ToContainTextAsync("my screen is black");
        await Chromium.ShootAsync(page, "deep-link-page");

        var agents = await chromium.OpenAsync(desk.Simulator.Url, width: 1400, height: 900);
        await Assertions.Expect(agents.GetByTestId("queue-new").GetByTestId("queue-item")).ToHaveCountAsync(1);
        await agents.GetByTestId("queue-new").GetByTestId("queue-item").ClickAsync();
        await Assertions.Expect(agents.GetByTestId("transcript")).ToContainTextAsync("my screen is black");
        await Chromium.ShootAsync(agents, "deep-link-queue");
    }

    private static bool IsLink(string text) => text.StartsWith(Way, StringComparison.Ordinal);
}
