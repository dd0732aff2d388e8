using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>The designer of the demo's bot, and how one finds one's way in it.</summary>
public abstract class DesignerStage(CockpitRoom room) : CockpitStage(room)
{
    /// <summary>The designer, with its canvas drawn.</summary>
    private protected async Task<IPage> OpenAsync(string theme = "light")
    {
        var page = await SignInAsync("/bots/it-support/design", theme);
        await Assertions.Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        return page;
    }

    private protected static async Task SeeAsync(IPage page, string name)
    {
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, name);
    }

    private protected static ILocator Card(IPage page, string dialog) => page.Locator(".react-flow__node").Filter(new() { Has = page.Locator(".node-head").GetByText(dialog, new() { Exact = true }) });

    private protected static ILocator Steps(IPage page, string dialog) => Card(page, dialog).Locator("[data-path]");

    private protected static ILocator Form(IPage page, string verb) => page.GetByRole(AriaRole.Region, new() { Name = $"Step: {verb}" });

    private protected static async Task FindAsync(IPage page, string dialog)
    {
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a dialog" }).FillAsync("");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a dialog" }).FillAsync(dialog);
    }

    private protected static async Task ChooseAsync(IPage page, string dialog, string verb)
    {
        await FindAsync(page, dialog);
        await Steps(page, dialog).Filter(new() { Has = page.Locator(".row-verb").GetByText(verb, new() { Exact = true }) }).First.ClickAsync();
    }
}
