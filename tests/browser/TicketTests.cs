using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>The story of ticket escalation, step by step, as a person and the service desk see it.</summary>
[Collection(SharedDemo.Collection)]
public sealed class TicketTests(SharedDemo shared) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shared.EnterAsync();

    public ValueTask DisposeAsync() => shared.LeaveAsync();

    [Fact]
    public async Task An_unresolved_problem_becomes_an_incident_and_its_number_comes_back()
    {
        var chat = await shared.Browser.OpenAsync(shared.Demo.Chat, width: 1100, height: 900);
        await SeeAsync(chat, "What can I do for you?");
        await SayAsync(chat, "I have a problem", "what is wrong");
        await SayAsync(chat, "The VPN does not connect at home", "How urgent");
        await SayAsync(chat, "Today please", "Shall I open a ticket");
        await Chromium.ShootAsync(chat, "ticket-1-offered");
        await SayAsync(chat, "yes", "At which e-mail address");
        await SayAsync(chat, "jo@acme.com", "I opened ticket INC0010001");
        await Chromium.ShootAsync(chat, "ticket-2-opened");

        var desk = await shared.Browser.OpenAsync(shared.Demo.Tickets, width: 1200, height: 900);
        var incident = desk.Locator("#incident");
        foreach (var text in new[] { "INC0010001", "The VPN does not connect at home", "Jo Peeters", "Network", "VPN", "Service Desk", "urgency: normal" })
        {
            await Assertions.Expect(incident).ToContainTextAsync(text);
        }

        await Chromium.ShootAsync(desk, "ticket-3-incident");
        await SayAsync(chat, "my printer does not work", "what is wrong");
        await SayAsync(chat, "It is jammed on the third floor", "How urgent");
        await SayAsync(chat, "It can wait", "Shall I open a ticket");
        await SayAsync(chat, "yes", "What is it about?");
        await Chromium.ShootAsync(chat, "ticket-4-unsure");
        await SayAsync(chat, "Hardware: Printer", "You already have INC0010001");
        await SayAsync(chat, "yes", "I added it to INC0010001");
        await Chromium.ShootAsync(chat, "ticket-5-added");
        await Assertions.Expect(incident).ToContainTextAsync("It is jammed on the third floor");
        await Assertions.Expect(desk.Locator("#incidents li")).ToHaveCountAsync(1);
        await Chromium.ShootAsync(desk, "ticket-6-incident");
    }

    // What was said before stays on the page: the answer is one more. Only the bubbles count: what is read aloud goes again.
    private static async Task SayAsync(IPage page, string text, string answer)
    {
        var answers = page.Locator(".webchat__bubble", new() { HasText = answer });
        var before = await answers.CountAsync();
        await page.Locator("[data-id=webchat-sendbox-input]").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(answers.Nth(before)).ToBeAttachedAsync();
    }

    private static Task SeeAsync(IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();
}
