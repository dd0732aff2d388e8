using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>A person of the support team has a conversation in the cockpit.</summary>
public sealed class OperatorPageTests(CockpitRoom room) : CockpitStage(room)
{
    [Fact]
    public async Task An_operator_takes_a_conversation_over_talks_with_the_person_and_gives_it_back()
    {
        var visitor = await Host.VisitAsync("Ivy Okafor", "the wifi does not work", Token);
        var page = await SignInAsync();
        await GoAsync(page, "/conversations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ivy Okafor" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take over…" }).ClickAsync();
        await Chromium.ShootAsync(page, "cockpit-operator-take");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take over", Exact = true }).ClickAsync();
        await visitor.ReadAsync("Ada Lovelace is with you now.", Token);

        await page.GetByLabel("Write to this person").FillAsync("Hello Ivy, which floor are you on?");
        await page.Keyboard.PressAsync("Enter");
        await visitor.ReadAsync("which floor are you on?", Token);
        await visitor.SayAsync("the third one", Token);

        // Live: nobody reloads the page.
        await Assertions.Expect(page.GetByText("the third one").First).ToBeVisibleAsync();
        foreach (var theme in (string[])["light", "dark"])
        {
            await page.EvaluateAsync($"document.documentElement.dataset.theme === '{theme}' || localStorage.setItem('spark-theme', '{theme}')");
            await page.ReloadAsync();
            await Assertions.Expect(page.GetByLabel("Write to this person")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("the third one").First).ToBeVisibleAsync();
            (await Accessibility.FindAsync(page)).ShouldBeEmpty();
            await Chromium.ShootAsync(page, $"cockpit-operator-{theme}");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Give back to the bot…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Give back", Exact = true }).ClickAsync();
        await visitor.ReadAsync("You are back with the IT assistant.", Token);
        await Assertions.Expect(page.GetByLabel("Write to this person")).ToHaveCountAsync(0);
    }
}
