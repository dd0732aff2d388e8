using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>The demo's live chat: a colleague answers where the person already is.</summary>
[Collection(SharedDemo.Collection)]
public sealed class LiveChatTests(SharedDemo shared) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shared.EnterAsync();

    public ValueTask DisposeAsync() => shared.LeaveAsync();

    [Fact]
    public async Task Somebody_asks_for_a_colleague_who_answers_in_the_chat_and_the_bot_comes_back()
    {
        var chat = await shared.Browser.OpenAsync(shared.Demo.Chat, width: 620, height: 860);
        await SeeAsync(chat, "What can I do for you?");
        await SayAsync(chat, "can I chat with a colleague?", "what is wrong");
        await SayAsync(chat, "My screen is black", "You are in the queue");

        var desk = await shared.Browser.OpenAsync(shared.Demo.Colleagues, width: 1100, height: 780);
        await Assertions.Expect(desk.GetByTestId("log")).ToContainTextAsync("My screen is black");
        await desk.GetByTestId("join").ClickAsync();
        await desk.GetByTestId("reply").FillAsync("Is its light on?");
        await desk.GetByTestId("reply").PressAsync("Enter");
        await SeeAsync(chat, "Robin: Is its light on?");
        await SayAsync(chat, "no light at all", "no light at all");
        await Assertions.Expect(desk.GetByTestId("log")).ToContainTextAsync("no light at all");
        await Chromium.ShootAsync(desk, "live-chat-desk");
        await desk.GetByTestId("close").ClickAsync();
        await SeeAsync(chat, "You are back with the IT assistant.");
        await Chromium.ShootAsync(chat, "live-chat");
    }

    private static async Task SayAsync(IPage page, string text, string answer)
    {
        await page.Locator("[data-id=webchat-sendbox-input]").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await SeeAsync(page, answer);
    }

    private static Task SeeAsync(IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();
}
