using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>The chat page with Microsoft's Web Chat in it, against the demo's own host.</summary>
[Collection(SharedDemo.Collection)]
public sealed class ChatPageTests(SharedDemo shared) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shared.EnterAsync();

    public ValueTask DisposeAsync() => shared.LeaveAsync();

    [Fact]
    public async Task The_bot_greets_answers_by_text_and_button_and_a_reload_keeps_the_conversation()
    {
        var page = await shared.Browser.OpenAsync(shared.Demo.Chat, width: 1100, height: 820);
        await Assertions.Expect(page.GetByText("IT assistant").First).ToBeVisibleAsync();
        var button = Suggested(page, "Report a problem");
        await Assertions.Expect(button).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "chat-page-greeting");

        await button.ClickAsync();
        await Assertions.Expect(page.GetByText("what is wrong").First).ToBeVisibleAsync();
        await page.Locator("[data-id=webchat-sendbox-input]").FillAsync("My screen stays black");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("How urgent").First).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "chat-page-choices");

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("My screen stays black").First).ToBeVisibleAsync();
    }

    // Web Chat renders each suggestion twice: to be seen, and to be read aloud.
    private static ILocator Suggested(IPage page, string label) =>
        page.Locator("button.webchat__suggested-actions__button", new() { HasText = label });

    [Fact]
    public async Task The_page_fits_a_phone()
    {
        var page = await shared.Browser.OpenAsync(shared.Demo.Chat, width: 390, height: 780);
        await Assertions.Expect(Suggested(page, "Report a problem")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= 390");
        await Chromium.ShootAsync(page, "chat-page-phone");
    }
}
