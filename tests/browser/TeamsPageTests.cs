using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>An employee chats with the bot "in Teams": cards, buttons, and a question that loses its buttons.</summary>
[Collection(SharedDemo.Collection)]
public sealed class TeamsPageTests(SharedDemo shared) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shared.EnterAsync();

    public ValueTask DisposeAsync() => shared.LeaveAsync();

    [Fact]
    public async Task An_employee_presses_a_button_answers_and_presses_again()
    {
        var page = await shared.Browser.OpenAsync(shared.Demo.Teams, width: 1400, height: 900);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        await page.GetByTestId("install").ClickAsync();
        var bot = page.GetByTestId("messages").Locator("[data-from=bot]");
        await Assertions.Expect(bot).ToHaveCountAsync(1);
        await Chromium.ShootAsync(page, "teams-page-welcome");

        await bot.First.GetByRole(AriaRole.Button, new() { Name = "Report a problem" }).ClickAsync();
        await Assertions.Expect(bot).ToHaveCountAsync(2);
        await page.GetByTestId("input").FillAsync("My laptop does not start");
        await page.GetByTestId("send").ClickAsync();
        await Assertions.Expect(bot).ToHaveCountAsync(3);
        var question = bot.Nth(2);
        await Chromium.ShootAsync(page, "teams-page-question");

        await question.GetByRole(AriaRole.Button, new() { Name = "Today please" }).ClickAsync();

        await Assertions.Expect(question).ToContainTextAsync("→ Today please");
        await Assertions.Expect(question.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Chromium.ShootAsync(page, "teams-page-answered");
        errors.ShouldBeEmpty();
    }
}
