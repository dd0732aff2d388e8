using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>The designer of the demo's bot, and how one finds one's way in it.</summary>
public abstract class DesignerStage(CockpitRoom room) : CockpitStage(room)
{
    // A layout is worked out beside the page; when it comes, what is seen may move.
    private const string CountLayouts =
        """
        () => {
          const post = Worker.prototype.postMessage;
          window.layoutsUnderWay = 0;
          Worker.prototype.postMessage = function (...message) {
            window.layoutsUnderWay++;
            this.addEventListener('message', () => requestAnimationFrame(() => requestAnimationFrame(() => window.layoutsUnderWay--)), { once: true });
            return post.apply(this, message);
          };
        }
        """;

    /// <summary>The designer, with its canvas drawn.</summary>
    private protected async Task<IPage> OpenAsync(string theme = "light")
    {
        var page = await SignInAsync("/bots/it-support/design", theme);
        await Assertions.Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        await page.EvaluateAsync(CountLayouts);
        return page;
    }

    /// <summary>Waits until nothing on the canvas moves by itself any more: what is dragged by its place on the screen has to be there still.</summary>
    private protected static async Task SettleAsync(IPage page)
    {
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await page.WaitForFunctionAsync("() => window.layoutsUnderWay === 0");
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
