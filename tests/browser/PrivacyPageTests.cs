using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>What is kept of a person, seen and erased by an administrator.</summary>
public sealed class PrivacyPageTests(CockpitRoom room) : CockpitStage(room)
{
    [Fact]
    public async Task A_person_is_erased_after_their_name_was_typed_and_what_goes_is_what_SQL_counts()
    {
        await Host.TalkAsync("Olu Bello", ["the wifi does not work", "office"], Token);
        var page = await SignInAsync("/privacy");
        await FindAsync(page);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose Olu Bello" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase…" }).ClickAsync();
        var ask = page.GetByRole(AriaRole.Alertdialog);
        var turns = Count("SELECT count(*) FROM events WHERE conversation = (SELECT max(id) FROM conversations)");
        await Assertions.Expect(ask).ToContainTextAsync("1 conversation, of which 1 is open");
        await Assertions.Expect(ask).ToContainTextAsync($"{turns} turns");
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, "cockpit-erase-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(page.Locator("html[data-theme=dark]")).ToHaveCountAsync(1);
        await Chromium.ShootAsync(page, "cockpit-erase-dark");
        (await Accessibility.FindFaintAsync(page)).ShouldBeEmpty();

        await ask.GetByLabel("Type Olu Bello to confirm").FillAsync("somebody else");
        await ask.GetByLabel("Type Olu Bello to confirm").PressAsync("Enter");
        await Assertions.Expect(ask.GetByRole(AriaRole.Button, new() { Name = "Erase for good" })).ToBeDisabledAsync();
        await ask.GetByLabel("Type Olu Bello to confirm").FillAsync("olu bello");
        await ask.GetByRole(AriaRole.Button, new() { Name = "Erase for good" }).ClickAsync();

        await Notes.SeeAsync(page, "1 conversation was erased.");
        await FindAsync(page);
        await Assertions.Expect(page.GetByText("Nobody is known by that.").First).ToBeVisibleAsync();
    }

    private static async Task FindAsync(IPage page)
    {
        await page.GetByLabel("Name, user principal name, address or id").FillAsync("Olu Bello");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
    }
}
